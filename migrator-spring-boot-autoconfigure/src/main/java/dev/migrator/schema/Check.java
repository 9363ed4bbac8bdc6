package dev.migrator.schema;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A check.
 *
 * @param name its name
 * @param condition SQL that is not false for any row
 * @param noInherit whether it is not handed down to child tables
 */
public record Check(String name, String condition, boolean noInherit) implements Constraint {

	public Check {
		NameRule.check("check", name);
		new SqlExpression(condition);
	}

	@Override
	public String words() {
		return "check constraint";
	}

	@Override
	public int rank() {
		return 2;
	}

	/**
	 * PostgreSQL puts the column between if it is about one only, which nothing here
	 * says.
	 */
	@Override
	public UnchosenName unchosenName() {
		return new UnchosenName(List.of(), "check");
	}

	@Override
	public Check named(String other) {
		return new Check(other, this.condition, this.noInherit);
	}

	@Override
	public Check renamed(ObjectName table, Renaming renaming) {
		return new Check(this.name, renaming.sql(table, this.condition), this.noInherit);
	}

	@Override
	public Check shape() {
		return named(ANY_NAME);
	}

	@Override
	public Optional<Object> place() {
		return Optional.empty();
	}

	@Override
	public boolean canBeNotValid() {
		return true;
	}

	@Override
	public Stream<String> columnNames() {
		return Stream.empty();
	}

	@Override
	public Stream<String> expressions() {
		return Stream.of(this.condition);
	}

}
