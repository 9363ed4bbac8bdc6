package dev.migrator.schema.element;

import java.util.List;

import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.NameRule;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * A function or a procedure.
 *
 * @param name its name
 * @param arguments its arguments
 * @param returns the returned type, in SQL ({@code trigger}, {@code SETOF text}), or
 * {@code null} for a procedure
 * @param language the language of its body
 * @param body its body
 * @param attributes further attributes, in SQL: {@code IMMUTABLE},
 * {@code SECURITY DEFINER}
 */
public record Routine(ObjectName name, List<Argument> arguments, @Nullable String returns, String language, String body,
		List<String> attributes) {

	public Routine {
		arguments = List.copyOf(arguments);
		attributes = List.copyOf(attributes);
		NameRule.check("language", language);
		Literal.of(body);
		if (body.isBlank()) {
			throw new InvalidDefinitionException("The function %s has no body.".formatted(name),
					"Call body(\"...\") with it.");
		}
	}

	/**
	 * Returns its name and the types of its arguments, which identify it.
	 * @return the signature
	 */
	public Signature signature() {
		return new Signature(this.name, this.arguments.stream().map(Argument::type).toList(), this.returns == null);
	}

	/**
	 * An argument of a function.
	 *
	 * @param name its name, or {@code null} if it has none
	 * @param type its type
	 * @param defaultValue its default, or {@code null} if it has none
	 */
	public record Argument(@Nullable String name, DataType type, @Nullable Expression defaultValue) {

		public Argument {
			NameRule.check("argument", (name != null) ? name : "unnamed");
		}

	}

	/**
	 * The identity of a function.
	 *
	 * @param name its name
	 * @param arguments the types of its arguments
	 * @param procedure whether it is a procedure
	 */
	public record Signature(ObjectName name, List<DataType> arguments, boolean procedure) {

		public Signature {
			arguments = List.copyOf(arguments);
		}

	}

}
