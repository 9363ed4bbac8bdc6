package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * Changes nothing. It is the reverse of a directive that does not need to be undone.
 *
 * @param why the reason
 */
public record NothingToUndo(String why) implements Directive {

	@Override
	public Optional<Operation> reverse() {
		return Optional.of(this);
	}

	@Override
	public String java(JavaCode java) {
		return java.call("nothingToUndo", java.text(this.why));
	}

	@Override
	public String describe() {
		return "nothing to undo: " + this.why;
	}

}
