package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * A user's own operation: the only kind that users can implement. It is recorded, run,
 * printed, reversed and generated like the others. A record is the best choice: records
 * with the same values are equal, and the migrator can write them in Java by itself.
 *
 * <pre class="code">
 * public record CreateHypertable(String table, String time) implements CustomOperation {
 *
 * 	&#64;Override
 * 	public List&lt;String&gt; statements() {
 * 		return List.of("SELECT create_hypertable('%s', '%s')".formatted(this.table, this.time));
 * 	}
 *
 * 	&#64;Override
 * 	public String describe() {
 * 		return "create hypertable " + this.table;
 * 	}
 *
 * }
 * </pre>
 *
 * A revision calls {@code op.invoke(new CreateHypertable("readings", "at"))}, and a
 * {@code ChangeCustomizer} adds {@code Change.of(new CreateHypertable("readings", "at"))}
 * to a generated revision. Each method is called several times while a revision is
 * recorded, and must return the same each time. No method may access the database.
 */
public non-sealed interface CustomOperation extends Directive {

	/**
	 * Returns the SQL to run.
	 * @return the statements in their order, each with or without its semicolon
	 */
	List<String> statements();

	@Override
	default Optional<Operation> reverse() {
		return Optional.empty();
	}

	/**
	 * Returns the call that records it in a generated Java revision:
	 * {@code op.invoke(new CreateHypertable("readings", "at"))}. A record whose
	 * components are texts, numbers, booleans, times, UUIDs, enum constants, or lists or
	 * records of these does not need to override this method. Other classes return
	 * {@code java.invoke(CreateHypertable.class, java.literal(this.table), ...)}.
	 * @param java writes the source, and keeps the imports that it needs
	 * @return the call, without a semicolon
	 */
	@Override
	default String java(JavaCode java) {
		return java.invoke(this);
	}

	@Override
	default String toBeReversible() {
		return "Return the reverse from reverse() of %s".formatted(getClass().getSimpleName());
	}

}
