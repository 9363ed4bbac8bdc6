package dev.migrator.sample.exercise;

import java.util.List;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The catalogue of exercises over HTTP.
 */
@RestController
@RequestMapping("/exercises")
class ExerciseController {

	private final ExerciseRepository exercises;

	ExerciseController(ExerciseRepository exercises) {
		this.exercises = exercises;
	}

	@GetMapping
	List<Exercise> list() {
		return this.exercises.findAllByOrderByName();
	}

}
