package dev.migrator.schema;

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

}
