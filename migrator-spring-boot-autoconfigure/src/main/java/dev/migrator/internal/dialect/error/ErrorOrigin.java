package dev.migrator.internal.dialect.error;

import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.ServerErrorMessage;

/**
 * The subject and the author of an error of the server.
 *
 * @param table the table that the error is about, without its schema, or {@code null} if
 * the server does not say
 * @param names all names that the error is about, in lower case
 * @param raised whether the text comes from a RAISE, which may have any value in it
 * @param secrets whether the values of the statement may be secrets
 */
record ErrorOrigin(@Nullable String table, Set<String> names, boolean raised, boolean secrets) {

	static final ErrorOrigin UNKNOWN = new ErrorOrigin(null, Set.of(), false, false);

	static ErrorOrigin of(ServerErrorMessage said) {
		Set<String> names = Stream
			.of(said.getSchema(), said.getTable(), said.getColumn(), said.getDatatype(), said.getConstraint())
			.filter(Objects::nonNull)
			.map((name) -> name.toLowerCase(Locale.ROOT))
			.collect(Collectors.toUnmodifiableSet());
		return new ErrorOrigin(said.getTable(), names, "exec_stmt_raise".equals(said.getRoutine()), false);
	}

	ErrorOrigin withSecrets() {
		return new ErrorOrigin(this.table, this.names, this.raised, true);
	}

}
