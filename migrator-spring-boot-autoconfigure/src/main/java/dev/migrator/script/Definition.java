package dev.migrator.script;

import java.util.function.Consumer;

/**
 * Something that is being said in a directive, in a lambda. When the lambda returns it is
 * complete: it becomes an immutable value, and what is said afterwards is refused, since
 * it would be lost.
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
	 * The lambda that this belongs to.
	 */
	final Scope scope() {
		return this.scope;
	}

	/**
	 * To be called before anything is changed.
	 */
	final void open() {
		this.scope.check();
	}

}
