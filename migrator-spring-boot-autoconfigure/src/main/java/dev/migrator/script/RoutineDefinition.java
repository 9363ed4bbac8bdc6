package dev.migrator.script;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Routine;
import org.jspecify.annotations.Nullable;

/**
 * Defines a function or a procedure. The default language is PL/pgSQL.
 */
public final class RoutineDefinition extends Definition {

	private final ObjectName name;

	private final boolean procedure;

	private final List<Routine.Argument> arguments = new ArrayList<>();

	private final List<String> attributes = new ArrayList<>();

	private @Nullable String returns;

	private String language = "plpgsql";

	private String body = "";

	RoutineDefinition(ObjectName name, boolean procedure) {
		this.name = name;
		this.procedure = procedure;
	}

	/**
	 * Adds an argument.
	 * @param name its name
	 * @param type its type
	 * @return this
	 */
	public RoutineDefinition argument(String name, DataType type) {
		open();
		this.arguments.add(new Routine.Argument(name, type, null));
		return this;
	}

	/**
	 * Adds an optional argument.
	 * @param name its name
	 * @param type its type
	 * @param defaultValue its default
	 * @return this
	 */
	public RoutineDefinition argument(String name, DataType type, @Nullable Object defaultValue) {
		open();
		this.arguments.add(new Routine.Argument(name, type, Expression.of(defaultValue)));
		return this;
	}

	/**
	 * Adds an argument without a name.
	 * @param type its type
	 * @return this
	 */
	public RoutineDefinition argument(DataType type) {
		open();
		this.arguments.add(new Routine.Argument(null, type, null));
		return this;
	}

	/**
	 * Adds an optional argument without a name.
	 * @param type its type
	 * @param defaultValue its default
	 * @return this
	 */
	public RoutineDefinition argument(DataType type, @Nullable Object defaultValue) {
		open();
		this.arguments.add(new Routine.Argument(null, type, Expression.of(defaultValue)));
		return this;
	}

	/**
	 * Sets the returned type.
	 * @param type SQL: {@code trigger}, {@code SETOF text}, {@code TABLE (id uuid)}
	 * @return this
	 */
	public RoutineDefinition returns(String type) {
		open();
		this.returns = type;
		return this;
	}

	/**
	 * Sets the language.
	 * @param language the language: {@code sql}
	 * @return this
	 */
	public RoutineDefinition language(String language) {
		open();
		this.language = language;
		return this;
	}

	/**
	 * Adds an attribute.
	 * @param sql SQL: {@code IMMUTABLE}, {@code STRICT}, {@code SECURITY DEFINER}
	 * @return this
	 */
	public RoutineDefinition attribute(String sql) {
		open();
		this.attributes.add(sql);
		return this;
	}

	/**
	 * Sets its body, without quotes around it.
	 * @param code the code
	 * @return this
	 */
	public RoutineDefinition body(String code) {
		open();
		this.body = code;
		return this;
	}

	Routine build() {
		if (this.procedure != (this.returns == null)) {
			throw new InvalidDefinitionException(
					(this.procedure ? "The procedure %s returns something." : "The function %s returns nothing.")
						.formatted(this.name),
					this.procedure ? "Leave returns(...) out, or create a function."
							: "Call returns(\"void\") if it returns nothing, or create a procedure.");
		}
		return new Routine(this.name, this.arguments, this.returns, this.language, this.body, this.attributes);
	}

}
