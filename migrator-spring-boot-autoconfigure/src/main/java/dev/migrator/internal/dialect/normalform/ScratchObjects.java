package dev.migrator.internal.dialect.normalform;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.ddl.DirectiveSql;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.Directive;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.schema.DataType;
import dev.migrator.schema.DataType.ArrayType;
import dev.migrator.schema.DataType.NamedType;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Sequence;

/**
 * Creates temporarily, beside temporary tables, the wanted types that are missing in the
 * database or differ from it, and the missing sequences. An object in the connection's
 * schema keeps its name, because expressions use the name. An object of another schema
 * gets a unique name, which identifies it in the server's output.
 */
final class ScratchObjects {

	private static final Pattern QUALIFIED = Pattern.compile("(?<![\\w$\".])(%s|%s)\\.(%s|%s)(?![\\w$\"])"
		.formatted(NameText.UNQUOTED, NameText.QUOTED, NameText.UNQUOTED, NameText.QUOTED));

	private final ScratchPath path;

	/** The directives that create the types, by the wanted name of the type. */
	private final Map<ObjectName, Directive> types = new LinkedHashMap<>();

	private final Map<ObjectName, ObjectName> names = new HashMap<>();

	private final Map<String, ObjectName> wanted = new HashMap<>();

	/**
	 * The unique names that the server prints, with the wanted names as it would print
	 * them.
	 */
	private final Map<String, String> printed = new HashMap<>();

	/** The SQL of the temporary names of objects of other schemas. */
	private final Map<ObjectName, String> scratch = new HashMap<>();

	/** The sequences with their temporary names, by the SQL of their wanted name. */
	private final Map<String, Sequence> sequences = new LinkedHashMap<>();

	private int numbers;

	ScratchObjects(ScratchPath path, SchemaObjects actual, SchemaObjects wanted) {
		this.path = path;
		Set<EnumType> there = Set.copyOf(actual.enums());
		wanted.enums()
			.stream()
			.filter((type) -> !there.contains(type))
			.forEach((type) -> this.types.put(type.name(),
					new CreateEnum(new EnumType(typeNamed(type.name()), type.values()))));
		Map<ObjectName, Domain> domains = new LinkedHashMap<>();
		wanted.all(DomainObject.class)
			.stream()
			.filter((object) -> !wanted.isSame(object.id(), actual))
			.forEach((object) -> domains.put(object.domain().name(), object.domain()));
		domains.values().forEach((domain) -> add(domain, domains));
		Set<ObjectName> counting = actual.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
		wanted.sequences().stream().filter((sequence) -> !counting.contains(sequence.name())).forEach(this::add);
	}

	private void add(Sequence sequence) {
		ObjectName name = new ObjectName(ScratchPath.SCHEMA, named(sequence.name()));
		this.sequences.put(NameSql.of(sequence.name()), new Sequence(name, sequence.type(), sequence.options(), null));
	}

	/**
	 * Adds a domain after its base domain, if it has one.
	 */
	private void add(Domain domain, Map<ObjectName, Domain> all) {
		if (this.types.containsKey(domain.name())) {
			return;
		}
		domain.type()
			.userType()
			.map(all::get)
			.filter((base) -> !base.equals(domain))
			.ifPresent((base) -> add(base, all));
		ObjectName name = typeNamed(domain.name());
		Expression value = domain.defaultValue();
		this.types.put(domain.name(),
				new CreateDomain(new Domain(name, scratch(domain.type()), domain.collation(), domain.nullable(),
						(value != null) ? scratch(value) : null,
						domain.checks()
							.stream()
							.map((check) -> new Check(check.name(), scratch(check.condition()), check.noInherit(),
									check.validity()))
							.toList())));
	}

	/**
	 * Returns the temporary name of a type.
	 */
	private ObjectName typeNamed(ObjectName type) {
		String name = named(type);
		ObjectName scratch = new ObjectName(ScratchPath.SCHEMA, name);
		this.names.put(type, scratch);
		this.wanted.put(name, type);
		return scratch;
	}

	/**
	 * Returns the temporary name of a type or a sequence: a new one if its schema is
	 * another one.
	 */
	private String named(ObjectName object) {
		if (object.schema() == null) {
			return object.name();
		}
		String name = newName();
		String sql = SqlText.identifier(name);
		this.printed.put(sql, this.path.printed(object));
		this.scratch.put(object, sql);
		return name;
	}

	/**
	 * Replaces names of types and sequences in SQL by their temporary names. They are in
	 * strings too: {@code nextval('two.b_id_seq'::regclass)}.
	 */
	String scratch(String sql) {
		return this.scratch.isEmpty() ? sql : QUALIFIED.matcher(sql).replaceAll((name) -> {
			ObjectName object = new ObjectName(NameText.of(name.group(1)), NameText.of(name.group(2)));
			return Matcher.quoteReplacement(this.scratch.getOrDefault(object, name.group()));
		});
	}

	Expression scratch(Expression expression) {
		return (expression instanceof SqlExpression sql) ? new SqlExpression(scratch(sql.sql())) : expression;
	}

	/**
	 * Returns a name that nothing else has.
	 */
	String newName() {
		return "migrator scratch " + ++this.numbers;
	}

	/**
	 * Returns statements that create all objects, except sequences that nothing uses.
	 * Sequences come first, because only defaults mention them.
	 */
	String create(List<ScratchTable> tables) {
		Stream<Directive> sequences = this.sequences.entrySet()
			.stream()
			.filter((sequence) -> isMentioned(sequence.getKey(), tables))
			.map((sequence) -> new CreateSequence(sequence.getValue(), false));
		return Stream.concat(sequences, this.types.values().stream())
			.map((create) -> DirectiveSql.inTransaction(create).source().text() + "\n")
			.collect(Collectors.joining());
	}

	private boolean isMentioned(String name, List<ScratchTable> tables) {
		String scratch = scratch(name);
		return tables.stream().anyMatch((table) -> table.mentions(name)) || this.types.values()
			.stream()
			.anyMatch((type) -> type instanceof CreateDomain create
					&& create.domain().defaultValue() instanceof SqlExpression sql && sql.sql().contains(scratch));
	}

	/**
	 * Returns the directives that create the types, each after the types that it needs.
	 */
	Collection<Directive> types() {
		return this.types.values();
	}

	boolean hasDomains() {
		return this.types.values().stream().anyMatch(CreateDomain.class::isInstance);
	}

	/**
	 * Returns a domain that was created temporarily, with the wanted names.
	 */
	Domain wanted(Domain domain) {
		Expression value = domain.defaultValue();
		return new Domain(wanted(domain.name()), wanted(domain.type()), domain.collation(), domain.nullable(),
				(value instanceof SqlExpression sql) ? new SqlExpression(wanted(sql.sql())) : value,
				domain.checks()
					.stream()
					.map((check) -> new Check(check.name(), wanted(check.condition()), check.noInherit(),
							check.validity()))
					.toList());
	}

	DataType scratch(DataType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(scratch(array.element()));
		}
		ObjectName created = (type instanceof NamedType named) ? this.names.get(named.name()) : null;
		return (created != null) ? new NamedType(created) : type;
	}

	DataType wanted(DataType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(wanted(array.element()));
		}
		return (type instanceof NamedType named) ? new NamedType(wanted(named.name())) : type;
	}

	private ObjectName wanted(ObjectName type) {
		return isScratch(type) ? this.wanted.getOrDefault(type.name(), type) : type;
	}

	private static boolean isScratch(ObjectName name) {
		return name.schema() != null && name.schema().startsWith(ScratchPath.SCHEMA);
	}

	/**
	 * Returns an expression that the server printed, with the wanted names.
	 */
	String wanted(String expression) {
		String sql = expression;
		for (Map.Entry<String, String> name : this.printed.entrySet()) {
			sql = sql.replace(name.getKey(), name.getValue());
		}
		return sql;
	}

	String printed(ObjectName name) {
		return this.path.printed(name);
	}

}
