package dev.migrator.schema.element;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;

/**
 * A check.
 *
 * @param name its name
 * @param condition SQL that is not false for any row
 * @param noInherit whether child tables do not inherit it
 * @param validity the rows that it holds for
 */
public record Check(String name, String condition, boolean noInherit, Validity validity) implements Constraint {

	public Check {
		NameRule.check("check", name);
		new SqlExpression(condition);
	}

	/**
	 * Creates a check that holds for all rows.
	 * @param name its name
	 * @param condition SQL that is not false for any row
	 * @param noInherit whether child tables do not inherit it
	 */
	public Check(String name, String condition, boolean noInherit) {
		this(name, condition, noInherit, Validity.VALID);
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
	 * PostgreSQL adds the name of the column if the check is about only one, which is
	 * unknown here.
	 */
	@Override
	public UnchosenName unchosenName() {
		return new UnchosenName(List.of(), "check");
	}

	@Override
	public Check named(String other) {
		return new Check(other, this.condition, this.noInherit, this.validity);
	}

	@Override
	public Check renamed(ObjectName table, Renaming renaming) {
		return new Check(this.name, renaming.sql(table, this.condition), this.noInherit, this.validity);
	}

	@Override
	public Check structuralKey() {
		return new Check(ANY_NAME, this.condition, this.noInherit);
	}

	@Override
	public Check holdingFor(Validity other) {
		return new Check(this.name, this.condition, this.noInherit, other);
	}

	@Override
	public boolean canHoldFor(Validity other) {
		return this.validity == Validity.NOT_VALID && other == Validity.VALID;
	}

	/**
	 * Keeps a check that was disabled in the database, because there is a reason for
	 * that.
	 */
	@Override
	public Constraint completedBy(Constraint there) {
		return (there.validity() == Validity.NOT_ENFORCED) ? holdingFor(Validity.NOT_ENFORCED) : this;
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
