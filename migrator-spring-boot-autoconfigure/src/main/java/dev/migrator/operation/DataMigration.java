package dev.migrator.operation;

import java.util.Optional;

import dev.migrator.operation.source.JavaCode;
import org.jspecify.annotations.Nullable;

/**
 * Code that works on live data. It runs in order with the other operations. It cannot be
 * printed as SQL, and can be undone only if its author gave the code for that.
 *
 * @param why the purpose of the code, shown wherever the operation is shown
 * @param body the code
 * @param undo the code that undoes it, or {@code null} if there is none
 * @param autocommit whether each of its statements is committed separately, which is
 * possible only in a revision without a transaction
 */
public record DataMigration(String why, Body body, @Nullable Body undo, boolean autocommit) implements Executable {

	/**
	 * Creates code that runs in one transaction with its history entry.
	 * @param why the purpose of the code
	 * @param body the code
	 * @param undo the code that undoes it, or {@code null} if there is none
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
	 * The code. Only the floor that runs it knows its type.
	 */
	public interface Body {

	}

}
