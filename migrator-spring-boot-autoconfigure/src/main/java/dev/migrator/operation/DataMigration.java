package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * Code over live data. It runs in its place among the other operations; what it does
 * cannot be printed, and it can be undone only if its author said how.
 *
 * @param why what the code is for, shown wherever the operation is
 * @param body the code
 * @param undo the code that undoes it, or {@code null} if nothing does
 * @param autocommit whether each of its statements is committed by itself, which is
 * possible only in a revision without a transaction
 */
public record DataMigration(String why, Body body, @Nullable Body undo, boolean autocommit) implements Executable {

	/**
	 * Code that runs in one transaction with the record of it.
	 * @param why what the code is for
	 * @param body the code
	 * @param undo the code that undoes it, or {@code null} if nothing does
	 */
	public DataMigration(String why, Body body, @Nullable Body undo) {
		this(why, body, undo, false);
	}

	@Override
	public Optional<Operation> reverse() {
		return (this.undo != null)
				? Optional.of(new DataMigration("undo " + this.why, this.undo, this.body, this.autocommit))
				: Optional.empty();
	}

	@Override
	public String java(JavaCode java) {
		String body = "(jdbc) -> {\n\tthrow new UnsupportedOperationException(\"write this code here\");\n}";
		return java.call(this.autocommit ? "dataWithAutocommit" : "data", java.text(this.why), body,
				(this.undo != null) ? body : "");
	}

	@Override
	public String describe() {
		return this.why;
	}

	/**
	 * Code that only the floor that runs it understands.
	 */
	public interface Body {

	}

}
