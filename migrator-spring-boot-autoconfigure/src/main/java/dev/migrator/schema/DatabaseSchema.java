package dev.migrator.schema;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a database has, or is to have. Names in the schema that unqualified names mean
 * have no schema, all others have one, so that the two can be laid side by side. Every
 * list is in the order of its names.
 *
 * @param tables the tables, with their columns in order
 * @param enums the enum types
 * @param sequences the sequences, without those of identity columns
 */
public record DatabaseSchema(List<Table> tables, List<EnumType> enums, List<Sequence> sequences) {

	public DatabaseSchema {
		tables = tables.stream().sorted(Comparator.comparing(Table::name, ObjectName.ORDER)).toList();
		enums = enums.stream().sorted(Comparator.comparing(EnumType::name, ObjectName.ORDER)).toList();
		sequences = sequences.stream().sorted(Comparator.comparing(Sequence::name, ObjectName.ORDER)).toList();
		Set<ObjectName> names = new HashSet<>();
		tables.stream().map(Table::name).filter((name) -> !names.add(name)).findFirst().ifPresent((name) -> {
			throw new InvalidDefinitionException("The table %s is there twice.".formatted(name),
					"Give one of the two another name.");
		});
	}

	/**
	 * A schema without anything.
	 * @return the empty schema
	 */
	public static DatabaseSchema empty() {
		return new DatabaseSchema(List.of(), List.of(), List.of());
	}

	/**
	 * The table with a name.
	 * @param name the name
	 * @return the table, if there is one
	 */
	public Optional<Table> table(ObjectName name) {
		return this.tables.stream().filter((table) -> table.name().equals(name)).findFirst();
	}

}
