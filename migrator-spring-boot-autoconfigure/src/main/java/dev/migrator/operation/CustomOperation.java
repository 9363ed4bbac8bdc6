package dev.migrator.operation;

import java.util.List;
import java.util.Optional;

import dev.migrator.operation.source.JavaCode;

/**
 * A user's own operation: the one kind that is open. It is recorded, run, printed,
 * reversed and generated like the others. Best a record: two with the same values are
 * equal then, and it is written in Java by itself.
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
 * A revision says {@code op.invoke(new CreateHypertable("readings", "at"))}, and a
 * {@code ChangeCustomizer} adds {@code Change.of(new CreateHypertable("readings", "at"))}
 * to what is generated. Each method is called several times, while what a revision does
 * is recorded, and answers the same each time. None of them touches the database.
 */
public non-sealed interface CustomOperation extends Directive {

	/**
	 * The SQL that is run.
	 * @return the statements in their order, each with or without its semicolon
	 */
	List<String> statements();

	@Override
	default Optional<Operation> reverse() {
		return Optional.empty();
	}

	/**
	 * The call that records it in a generated Java revision:
	 * {@code op.invoke(new CreateHypertable("readings", "at"))}. A record whose
	 * components are texts, numbers, booleans, times, UUIDs, enum constants, or lists or
	 * records of these need not say it. Others write
	 * {@code java.invoke(CreateHypertable.class, java.literal(this.table), ...)}.
	 * @param java writes the source, and keeps what has to be imported for it
	 * @return the call, without a semicolon
	 */
	@Override
	default String java(JavaCode java) {
		return java.invoke(this);
	}

	@Override
	default String toBeReversible() {
		return "Let reverse() of %s say what undoes it".formatted(getClass().getSimpleName());
	}

}
