package dev.migrator.internal.autogenerate.schemafile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.internal.dialect.connection.ServerConnection;
import dev.migrator.internal.dialect.session.TransactionSql;
import dev.migrator.internal.execution.words.FailedStatement;

/**
 * The files that describe the schema. They are run in whatever order works: where a
 * statement of one fails, the others are run first, and then it is tried again, for as
 * long as another statement succeeds.
 *
 * @param parts the files, in the order of their paths
 */
record SchemaParts(List<SchemaPart> parts) {

	SchemaParts {
		parts = List.copyOf(parts);
	}

	/**
	 * Returns whether a file creates a schema or an extension itself.
	 * @param kind the kind, as CREATE writes it
	 * @param name the name of the object
	 */
	boolean creates(String kind, String name) {
		return this.parts.stream().anyMatch((part) -> part.script().creates(kind, name));
	}

	/**
	 * Finds the first statement that names a schema.
	 * @return the file and its line, and what it does; nothing if there is none
	 */
	Optional<String> firstNamedSchema(ServerConnection connection) {
		return this.parts.stream()
			.flatMap((part) -> part.script()
				.firstNamedSchema(connection)
				.map((found) -> part.name() + ":" + found.line() + " " + found.what())
				.stream())
			.findFirst();
	}

	/**
	 * Runs all files. The bodies of functions are checked at the end, because they may
	 * name what is created later.
	 * @param scratch where they are run
	 * @return the failure that stands in the way of the rest; nothing if all was run
	 * @throws UnreadableModelException if a body is refused
	 */
	Optional<Failed> run(ChosenScratch scratch) {
		if (this.parts.size() == 1) {
			return this.parts.get(0).runWhole(scratch.connection());
		}
		scratch.connection().send(TransactionSql.WITHOUT_BODIES);
		Optional<Failed> failed = runInAnyOrder(scratch);
		if (failed.isEmpty()) {
			scratch.settle();
			new RoutineBodies(scratch.connection(), this.parts).check();
		}
		return failed;
	}

	private Optional<Failed> runInAnyOrder(ChosenScratch scratch) {
		List<SchemaPart> left = new ArrayList<>(this.parts);
		while (!left.isEmpty()) {
			boolean progress = false;
			List<Failed> failed = new ArrayList<>();
			for (SchemaPart part : left) {
				int before = part.done();
				scratch.settle();
				part.run(scratch.connection()).ifPresent((statement) -> failed.add(new Failed(part, statement)));
				progress |= part.done() > before;
			}
			if (!progress) {
				return Optional.of(cause(failed));
			}
			left = failed.stream().map(Failed::part).toList();
		}
		return Optional.empty();
	}

	/**
	 * Returns the first failure that is not only the lack of what another file would have
	 * made.
	 */
	private static Failed cause(List<Failed> failed) {
		Set<String> missing = failed.stream()
			.flatMap((each) -> each.part().namesToCreate().stream())
			.collect(Collectors.toSet());
		return failed.stream().filter((each) -> !each.lacksOneOf(missing)).findFirst().orElse(failed.get(0));
	}

	/**
	 * A statement that failed.
	 *
	 * @param part its file
	 * @param statement the statement
	 */
	record Failed(SchemaPart part, FailedStatement statement) {

		/** A name in the answer of the server, without its schema. */
		private static final Pattern NAME = Pattern.compile("\"(?:[^\"]+\\.)?([^\".]+)\"");

		boolean lacksOneOf(Set<String> names) {
			return this.statement.objectMissing()
					&& NAME.matcher(this.statement.said()).results().anyMatch((name) -> names.contains(name.group(1)));
		}

	}

}
