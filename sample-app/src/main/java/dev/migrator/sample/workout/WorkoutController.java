package dev.migrator.sample.workout;

import java.util.List;
import java.util.UUID;

import jakarta.validation.Valid;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Workouts and what is logged in them over HTTP.
 */
@RestController
class WorkoutController {

	private final WorkoutService service;

	WorkoutController(WorkoutService service) {
		this.service = service;
	}

	@PostMapping("/users/{userId}/workouts")
	ResponseEntity<Workout> plan(@PathVariable UUID userId, @Valid @RequestBody NewWorkout workout,
			UriComponentsBuilder uri) {
		Workout planned = this.service.plan(userId, workout);
		return ResponseEntity.created(uri.path("/workouts/{id}").build(planned.getId())).body(planned);
	}

	@GetMapping("/users/{userId}/workouts")
	List<Workout> list(@PathVariable UUID userId) {
		return this.service.workoutsOf(userId);
	}

	@GetMapping("/workouts/{id}")
	Workout get(@PathVariable UUID id) {
		return this.service.workout(id);
	}

	@PutMapping("/workouts/{id}/status")
	Workout change(@PathVariable UUID id, @Valid @RequestBody StatusChange change) {
		return this.service.change(id, change.status());
	}

	@PostMapping("/workouts/{id}/logs")
	@ResponseStatus(HttpStatus.CREATED)
	ExerciseLog log(@PathVariable UUID id, @Valid @RequestBody NewExerciseLog log) {
		return this.service.log(id, log);
	}

	@GetMapping("/workouts/{id}/logs")
	List<ExerciseLog> listLogs(@PathVariable UUID id) {
		return this.service.logsOf(id);
	}

}
