package dev.migrator.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/**
 * Workout Buddy. Nothing here speaks of migrations: with the starter on the class path
 * the revisions are applied before anything uses the database.
 */
@SpringBootApplication
public class WorkoutBuddyApplication {

	public static void main(String[] args) {
		SpringApplication.run(WorkoutBuddyApplication.class, args);
	}

}
