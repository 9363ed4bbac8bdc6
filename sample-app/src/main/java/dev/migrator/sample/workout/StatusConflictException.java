package dev.migrator.sample.workout;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when something is asked of a workout that its status does not allow.
 */
class StatusConflictException extends ResponseStatusException {

	StatusConflictException(String reason) {
		super(HttpStatus.CONFLICT, reason);
	}

}
