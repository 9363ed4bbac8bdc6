package dev.migrator.dialect;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.operation.CreateEnum;
import dev.migrator.operation.CreateSequence;
import dev.migrator.operation.Directive;
import dev.migrator.schema.ArrayType;
import dev.migrator.schema.DataType;
import dev.migrator.schema.EnumType;
import dev.migrator.schema.NamedType;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Sequence;
import dev.migrator.schema.object.SchemaObjects;

/**
 * What temporary tables need besides: wanted enum types that the database has not, or has
 * with other values, and sequences that it has not. What is in the connection's schema
 * keeps its name, since expressions use it. A type of another schema gets a name of its
 * own, by which it is found again in what the server prints.
 */
final class ScratchObjects {

	private final ScratchPath path;

	private final Map<ObjectName, EnumType> types = new LinkedHashMap<>();

	private final Map<String, ObjectName> wanted = new HashMap<>();

	/** What the server prints for a name of its own, and what it would print. */
	private final Map<String, String> printed = new HashMap<>();

	private final List<Sequence> sequences;

	private int names;

	ScratchObjects(ScratchPath path, SchemaObjects actual, SchemaObjects wanted) {
		this.path = path;
		Set<EnumType> there = Set.copyOf(actual.enums());
		wanted.enums().stream().filter((type) -> !there.contains(type)).forEach(this::add);
		Set<ObjectName> counting = actual.sequences().stream().map(Sequence::name).collect(Collectors.toSet());
		this.sequences = wanted.sequences()
			.stream()
			.filter((sequence) -> sequence.name().schema() == null && !counting.contains(sequence.name()))
			.toList();
	}

	private void add(EnumType type) {
		String name = type.name().name();
		if (type.name().schema() != null) {
			name = newName();
			this.printed.put(SqlText.identifier(name), this.path.printed(type.name()));
		}
		this.types.put(type.name(), new EnumType(new ObjectName(ScratchPath.SCHEMA, name), type.values()));
		this.wanted.put(name, type.name());
	}

	/**
	 * A name that nothing else has.
	 */
	String newName() {
		return "migrator scratch " + ++this.names;
	}

	/**
	 * Statements that create all of it, but for sequences that the tables do not use.
	 */
	String create(List<ScratchTable> tables) {
		Stream<Directive> creates = Stream.concat(this.types.values().stream().map(CreateEnum::new),
				this.sequences.stream()
					.filter((sequence) -> tables.stream().anyMatch((table) -> table.mentions(sequence.name().name())))
					.map((sequence) -> new CreateSequence(
							new Sequence(new ObjectName(ScratchPath.SCHEMA, sequence.name().name()), sequence.type(),
									sequence.options(), null),
							false)));
		return creates.map((create) -> DirectiveSql.inTransaction(create).source().text() + "\n")
			.collect(Collectors.joining());
	}

	DataType scratch(DataType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(scratch(array.element()));
		}
		EnumType created = (type instanceof NamedType named) ? this.types.get(named.name()) : null;
		return (created != null) ? new NamedType(created.name()) : type;
	}

	DataType wanted(DataType type) {
		if (type instanceof ArrayType array) {
			return new ArrayType(wanted(array.element()));
		}
		return (type instanceof NamedType named && isScratch(named.name()))
				? new NamedType(this.wanted.getOrDefault(named.name().name(), named.name())) : type;
	}

	private static boolean isScratch(ObjectName name) {
		return name.schema() != null && name.schema().startsWith(ScratchPath.SCHEMA);
	}

	/**
	 * An expression that the server printed, with the names that were wanted.
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
