package dev.migrator.sample.web;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/**
 * Adds to Spring's problem details which fields are wrong, and what a violated constraint
 * means.
 */
@RestControllerAdvice
class ProblemHandler extends ResponseEntityExceptionHandler {

	private static final Map<String, String> CONSTRAINTS = Map.of("ux_users_email_lower",
			"Another user has this e-mail address.");

	@Override
	protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(MethodArgumentNotValidException ex,
			HttpHeaders headers, HttpStatusCode status, WebRequest request) {
		Map<String, String> errors = new TreeMap<>();
		for (FieldError error : ex.getBindingResult().getFieldErrors()) {
			errors.merge(error.getField(), String.valueOf(error.getDefaultMessage()),
					(first, second) -> first + ", " + second);
		}
		ProblemDetail problem = ex.getBody();
		problem.setProperty("errors", errors);
		return handleExceptionInternal(ex, problem, headers, status, request);
	}

	@ExceptionHandler
	ProblemDetail handle(DataIntegrityViolationException ex) {
		String constraint = (ex.getCause() instanceof ConstraintViolationException violation)
				? Objects.requireNonNullElse(violation.getConstraintName(), "") : "";
		return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT,
				CONSTRAINTS.getOrDefault(constraint, "This contradicts what is stored."));
	}

}
