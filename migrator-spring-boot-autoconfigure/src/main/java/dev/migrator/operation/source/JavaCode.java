package dev.migrator.operation.source;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Writes Java source that calls the directives of a revision, and collects the imports
 * that it needs. <pre class="code">
 * java.call("dropIndex", java.text("ix_a"), java.lambda("drop", ".concurrently()"));
 * // op.dropIndex("ix_a", (drop) -> drop.concurrently())
 * </pre>
 */
public final class JavaCode {

	private final SortedSet<String> imports = new TreeSet<>();

	/**
	 * Returns the imports that the source written so far needs.
	 * @return {@code java.util.List}, {@code static dev.migrator.schema.Types.bigint}
	 */
	public List<String> imports() {
		return List.copyOf(this.imports);
	}

	/**
	 * Writes the call of a directive.
	 * @param directive the method of {@code op}
	 * @param arguments its arguments as source; empty ones are left out
	 * @return the call, without a semicolon
	 */
	public String call(String directive, String... arguments) {
		return callOn("op", directive, arguments);
	}

	/**
	 * Writes the call of a directive in a lambda.
	 * @param receiver the parameter of the lambda
	 * @param directive the method
	 * @param arguments its arguments as source; empty ones are left out
	 * @return the call, without a semicolon
	 */
	public String callOn(String receiver, String directive, String... arguments) {
		return Arrays.stream(arguments)
			.filter((argument) -> !argument.isEmpty())
			.collect(Collectors.joining(", ", receiver + "." + directive + "(", ")"));
	}

	/**
	 * Writes the call that alters a column.
	 * @param column the column
	 * @param becomes the calls that change it: {@code .notNull()}
	 * @param was the calls that describe the state before, or an empty text
	 * @return the call, without a semicolon
	 */
	public String alterColumn(ColumnName column, String becomes, String was) {
		return call("alterColumn", text(column.table()), text(column.column()), lambda("column", becomes),
				lambda("was", was));
	}

	/**
	 * Writes the call that records a user's own operation:
	 * {@code op.invoke(new CreateHypertable("readings", "at"))}.
	 * @param type its class
	 * @param arguments the arguments of its constructor, as source
	 * @return the call, without a semicolon
	 */
	public String invoke(Class<?> type, String... arguments) {
		return call("invoke", construct(type, arguments));
	}

	/**
	 * Writes the call that records a user's own operation that is a record.
	 * @param operation the record
	 * @return the call, without a semicolon
	 * @throws dev.migrator.schema.InvalidDefinitionException if it is not a record, or
	 * has a component that is not a {@link #literal}
	 */
	public String invoke(Object operation) {
		return call("invoke", new RecordCode(this).of(operation));
	}

	String construct(Class<?> type, String... arguments) {
		return "new " + name(type) + "(" + String.join(", ", arguments) + ")";
	}

	/**
	 * Writes a lambda with further calls.
	 * @param parameter its parameter
	 * @param chain the calls: {@code .notNull()}
	 * @return the lambda, or an empty text if it calls nothing
	 */
	public String lambda(String parameter, String chain) {
		return chain.isEmpty() ? "" : "(" + parameter + ") -> " + parameter + chain;
	}

	/**
	 * Writes a link of a chain.
	 * @param method the method
	 * @param said whether it is called
	 * @return the link, or an empty text
	 */
	public String link(String method, boolean said) {
		return said ? "." + method + "()" : "";
	}

	/**
	 * Writes a link of a chain that takes a text.
	 * @param method the method
	 * @param text the text, or {@code null} if it is not called
	 * @return the link, or an empty text
	 */
	public String link(String method, @Nullable Object text) {
		return (text != null) ? "." + method + "(" + text(text) + ")" : "";
	}

	/**
	 * Writes a link of a chain that takes texts.
	 * @param method the method
	 * @param texts the texts; it is not called if there are none
	 * @return the link, or an empty text
	 */
	public String link(String method, List<String> texts) {
		return texts.isEmpty() ? "" : "." + method + "(" + texts(texts) + ")";
	}

	/**
	 * Writes a string literal.
	 * @param value the text, or a name
	 * @return the literal
	 */
	public String text(Object value) {
		return JavaText.quoted(value.toString());
	}

	/**
	 * Writes string literals, as arguments of one call.
	 * @param values the texts
	 * @return the literals with commas between them
	 */
	public String texts(List<String> values) {
		return values.stream().map(JavaText::quoted).collect(Collectors.joining(", "));
	}

	/**
	 * Writes a list of strings.
	 * @param values the texts
	 * @return the list
	 */
	public String list(List<String> values) {
		return name(List.class) + ".of(" + texts(values) + ")";
	}

	/**
	 * Writes a list. {@code List.of} does not take {@code null}, and
	 * {@code Arrays.asList} takes a single {@code null} for the array itself.
	 * @param elements its elements, as source
	 * @return the list
	 */
	String listOf(List<String> elements) {
		String values = String.join(", ", elements);
		if (!elements.contains("null")) {
			return name(List.class) + ".of(" + values + ")";
		}
		return (elements.size() == 1) ? name(Collections.class) + ".singletonList(null)"
				: name(Arrays.class) + ".asList(" + values + ")";
	}

	/**
	 * Writes a constant of an enumeration.
	 * @param constant the constant
	 * @return the constant with the name of its class
	 */
	public String constant(Enum<?> constant) {
		return name(constant.getDeclaringClass()) + "." + constant.name();
	}

	/**
	 * Writes the name of a class. The class is imported unless another class with that
	 * name is.
	 * @param type the class
	 * @return its simple name, a nested class has the names of its outer classes too
	 */
	public String name(Class<?> type) {
		if (type.getDeclaringClass() != null) {
			return name(type.getDeclaringClass()) + "." + type.getSimpleName();
		}
		String name = type.getSimpleName();
		boolean taken = this.imports.stream()
			.anyMatch((other) -> other.endsWith("." + name) && !other.equals(type.getName()));
		if (taken) {
			return type.getName();
		}
		if (!List.of("", "java.lang").contains(type.getPackageName())) {
			this.imports.add(type.getName());
		}
		return name;
	}

	/**
	 * Writes the call of a static method, which is imported.
	 * @param type its class
	 * @param method its name
	 * @param arguments its arguments as source
	 * @return the call
	 */
	String statically(Class<?> type, String method, String arguments) {
		this.imports.add("static " + type.getName() + "." + method);
		return method + "(" + arguments + ")";
	}

	/**
	 * Writes a type.
	 * @param type the type
	 * @return the call that makes it
	 */
	public String type(DataType type) {
		return new TypeCode(this).of(type);
	}

	/**
	 * Writes types, as arguments of one call.
	 * @param types the types
	 * @return the calls with commas between them
	 */
	public String types(List<DataType> types) {
		return types.stream().map(this::type).collect(Collectors.joining(", "));
	}

	/**
	 * Writes a value of Java.
	 * @param value {@code null}, a text, a number, a boolean, a UUID, a time of
	 * {@code java.time}, an enum constant, a {@link DataType}, or a list or a record of
	 * these
	 * @return the literal, or the call that makes the value
	 * @throws dev.migrator.schema.InvalidDefinitionException if it is something else
	 */
	public String literal(@Nullable Object value) {
		return new RecordCode(this).literal(value);
	}

	/**
	 * Writes a value for a parameter that takes any object.
	 * @param value a literal, or SQL
	 * @return the value
	 */
	public String value(Expression value) {
		return new ValueCode(this).of(value);
	}

	/**
	 * Writes the default of a column.
	 * @param value the default, or {@code null} for none
	 * @return the calls on a column
	 */
	public String defaultValue(@Nullable Expression value) {
		return (value != null) ? new ValueCode(this).defaultOf(value) : ".noDefault()";
	}

	/**
	 * Writes the calls after the name and the type of a column.
	 * @param column the column
	 * @return the calls
	 */
	public String column(Column column) {
		return new ColumnCode(this).chain(column);
	}

	/**
	 * Writes the identity of a column.
	 * @param identity the identity, or {@code null} for none
	 * @return the calls on a column
	 */
	public String identity(@Nullable Identity identity) {
		return (identity != null) ? new ColumnCode(this).identity(identity) : ".noIdentity()";
	}

	/**
	 * Writes the options of a sequence.
	 * @param type the type of its numbers, or {@code null} to leave it out
	 * @param options the other options
	 * @return the calls on a sequence
	 */
	public String sequence(@Nullable DataType type, SequenceOptions options) {
		return ((type != null) ? ".as(" + type(type) + ")" : "") + sequence(options);
	}

	/**
	 * Writes the options of a sequence.
	 * @param options the options
	 * @return the calls on a sequence
	 */
	public String sequence(SequenceOptions options) {
		return new SequenceCode(this).chain(options);
	}

	/**
	 * Writes the creation of an index.
	 * @param index the index
	 * @param more the further calls on it: {@code .concurrently()}
	 * @return the call
	 */
	public String createIndex(Index index, String more) {
		return new IndexCode(this).create(index, more);
	}

	/**
	 * Writes the creation of a constraint.
	 * @param table its table
	 * @param constraint the constraint
	 * @param more the further calls on it: {@code .notValid()}
	 * @return the call
	 */
	public String createConstraint(ObjectName table, Constraint constraint, String more) {
		return new ConstraintCode(this).create(table, constraint, more);
	}

	/**
	 * Writes the creation of a table.
	 * @param table the table
	 * @param more the further calls on it: {@code .ifNotExists()}
	 * @return the call
	 */
	public String createTable(Table table, String more) {
		return new TableCode(this).create(table, more);
	}

}
