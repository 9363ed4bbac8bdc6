package dev.migrator.sample.user;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import dev.migrator.sample.web.NotFoundException;
import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Users over HTTP.
 */
@RestController
@RequestMapping("/users")
class UserController {

	private final UserRepository users;

	UserController(UserRepository users) {
		this.users = users;
	}

	@PostMapping
	ResponseEntity<User> create(@Valid @RequestBody NewUser user, UriComponentsBuilder uri) {
		// PostgreSQL keeps microseconds: what is answered now is what is read later.
		Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
		User created = this.users.save(new User(user.email(), user.displayName(), user.avatarUrl(), now));
		return ResponseEntity.created(uri.path("/users/{id}").build(created.getId())).body(created);
	}

	@GetMapping
	List<User> list() {
		return this.users.findAllByOrderByCreatedAt();
	}

	@GetMapping("/{id}")
	User get(@PathVariable UUID id) {
		return find(id);
	}

	/** Their workouts and logs go with them: the foreign keys see to it. */
	@DeleteMapping("/{id}")
	@ResponseStatus(HttpStatus.NO_CONTENT)
	void delete(@PathVariable UUID id) {
		this.users.delete(find(id));
	}

	private User find(UUID id) {
		return this.users.findById(id).orElseThrow(() -> new NotFoundException("user", id));
	}

}
