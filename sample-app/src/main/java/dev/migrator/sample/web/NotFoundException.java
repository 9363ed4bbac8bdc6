package dev.migrator.sample.web;

import java.util.UUID;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * Thrown when something is asked for by a key that nothing has.
 */
public class NotFoundException extends ResponseStatusException {

	public NotFoundException(String what, UUID id) {
		super(HttpStatus.NOT_FOUND, "There is no " + what + " " + id + ".");
	}

}
