package dev.migrator.script;

import java.util.function.Function;

import dev.migrator.operation.Was;

/**
 * What something was before it is changed. Saying it makes the change reversible.
 *
 * @param <T> what it is
 */
public final class Previous<T> extends Definition {

	private final Function<Object, T> convert;

	private Was<T> was = Was.unknown();

	Previous(Scope scope, Function<Object, T> convert) {
		super(scope);
		this.convert = convert;
	}

	/**
	 * Says what it was.
	 * @param value what it was: of a default the value, or
	 * {@code SqlExpression.sql("now()")}; of an identity an
	 * {@link dev.migrator.schema.Identity}; of a comment its text
	 */
	public void was(Object value) {
		open();
		this.was = Was.known(this.convert.apply(value));
	}

	/**
	 * Says that there was none.
	 */
	public void wasNone() {
		open();
		this.was = Was.known(null);
	}

	Was<T> was() {
		return this.was;
	}

}
