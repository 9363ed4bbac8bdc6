package dev.migrator.actuate;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.migrator.internal.problem.Printable;
import dev.migrator.problem.MigratorException;
import dev.migrator.schema.TextRule;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.util.MimeType;

/**
 * The answer to a selector that names no revision, as a
 * <a href="https://www.rfc-editor.org/rfc/rfc9457">problem document</a>. It is returned
 * and not thrown, because an exception would be logged with the selector.
 */
final class SelectorProblem {

	private static final MimeType PROBLEM = MimeType.valueOf("application/problem+json");

	private static final int LONGEST = 300;

	private SelectorProblem() {
	}

	static WebEndpointResponse<Map<String, Object>> unknown() {
		return answer(WebEndpointResponse.STATUS_NOT_FOUND, "Not Found",
				"This revision does not exist. GET /actuator/migrations lists all revisions.");
	}

	static WebEndpointResponse<Map<String, Object>> of(MigratorException problem) {
		return answer(WebEndpointResponse.STATUS_BAD_REQUEST, "Bad Request", problem.description());
	}

	private static WebEndpointResponse<Map<String, Object>> answer(int status, String title, String detail) {
		String line = Printable.line(detail);
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("status", status);
		document.put("title", title);
		document.put("detail", (line.length() > LONGEST) ? TextRule.whole(line.substring(0, LONGEST)) + " ..." : line);
		return new WebEndpointResponse<>(document, status, PROBLEM);
	}

}
