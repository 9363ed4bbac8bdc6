package dev.migrator.script;

import java.util.function.Consumer;

/**
 * The parameter of the lambda of a directive. It is complete when the lambda returns, and
 * becomes an immutable value. Later calls are refused, because they would have no effect.
 */
abstract class Definition {

	private final Scope scope;

	Definition() {
		this(new Scope());
	}

	Definition(Scope scope) {
		this.scope = scope;
	}

	static <D extends Definition> D complete(D definition, Consumer<? super D> body) {
		try {
			body.accept(definition);
		}
		finally {
			definition.scope().close();
		}
		return definition;
	}

	/**
	 * Returns the scope of the lambda that this belongs to.
	 */
	final Scope scope() {
		return this.scope;
	}

	/**
	 * Must be called before any change.
	 */
	final void open() {
		this.scope.check();
	}

}
