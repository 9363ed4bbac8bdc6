package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * Stands where the reverse of a directive leaves things as they are, because nobody needs
 * them to be otherwise.
 *
 * @param why why that is
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
