package dev.migrator.sample.revisions;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

import dev.migrator.script.JavaRevision;
import dev.migrator.script.Operations;
import dev.migrator.script.RevisionScript;

/**
 * Fills the catalogue. The keys are made from the names, so that every database has the
 * same ones, and so that undoing it takes away what it brought and nothing else.
 */
@RevisionScript(revision = "5d2f8a60c1b7", revises = "c91e70b4f3d8", message = "seed exercises",
		created = "2026-01-14T09:05:00Z")
class SeedExercises implements JavaRevision {

	private static final Map<String, String> MUSCLE_GROUPS = new TreeMap<>(Map.of("Back squat", "legs", "Bench press",
			"chest", "Biceps curl", "arms", "Deadlift", "back", "Dip", "arms", "Lunge", "legs", "Overhead press",
			"shoulders", "Plank", "core", "Pull-up", "back", "Push-up", "chest"));

	@Override
	public void upgrade(Operations op) {
		op.bulkInsert("exercises", List.of("id", "name", "muscle_group"), (rows) -> {
			rows.key("id");
			MUSCLE_GROUPS.forEach((name, muscleGroup) -> rows.row(id(name), name, muscleGroup));
		});
	}

	private static UUID id(String name) {
		return UUID.nameUUIDFromBytes(("exercise:" + name).getBytes(StandardCharsets.UTF_8));
	}

}
