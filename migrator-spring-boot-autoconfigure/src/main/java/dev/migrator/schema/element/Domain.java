package dev.migrator.schema.element;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Validity;
import org.jspecify.annotations.Nullable;

/**
 * A type over another one, with rules for its values.
 *
 * @param name its name
 * @param type its base type
 * @param collation its collation, or {@code null} for the collation of the type
 * @param nullable whether its values may be NULL
 * @param defaultValue the default of columns that have none of their own, or {@code null}
 * if it has none
 * @param checks conditions about {@code VALUE} that are not false for any value, ordered
 * by name, as PostgreSQL checks them
 */
public record Domain(ObjectName name, DataType type, @Nullable ObjectName collation, boolean nullable,
		@Nullable Expression defaultValue, List<Check> checks) {

	public Domain {
		checks = checks.stream().sorted(Comparator.comparing(Check::name)).toList();
		Set<String> names = new HashSet<>();
		for (Check check : checks) {
			checkOfDomain(name, check);
			if (!names.add(check.name())) {
				throw new InvalidDefinitionException(
						"The domain %s has the check \"%s\" twice.".formatted(name, check.name()),
						"Give one of them a name: (check) -> check.named(\"...\").");
			}
		}
	}

	/**
	 * Checks a check: one of a domain cannot be NO INHERIT or NOT ENFORCED.
	 * @param domain the domain
	 * @param check the check
	 * @return the check
	 * @throws InvalidDefinitionException if it is not valid
	 */
	public static Check checkOfDomain(ObjectName domain, Check check) {
		if (check.noInherit()) {
			throw new InvalidDefinitionException(
					"The check %s of the domain %s cannot be NO INHERIT.".formatted(check.name(), domain),
					"Leave it out: only tables have children.");
		}
		if (check.validity() == Validity.NOT_ENFORCED) {
			throw new InvalidDefinitionException(
					"The check %s of the domain %s cannot be %s.".formatted(check.name(), domain,
							check.validity().words().toUpperCase(Locale.ROOT)),
					"Leave it out: PostgreSQL enforces every check of a domain.");
		}
		return check;
	}

	/**
	 * Returns a copy with another default.
	 * @param value the default, or {@code null} for none
	 * @return the domain
	 */
	public Domain withDefault(@Nullable Expression value) {
		return new Domain(this.name, this.type, this.collation, this.nullable, value, this.checks);
	}

	/**
	 * Returns a copy with another name.
	 * @param other the name
	 * @return the domain
	 */
	public Domain named(ObjectName other) {
		return new Domain(other, this.type, this.collation, this.nullable, this.defaultValue, this.checks);
	}

}
