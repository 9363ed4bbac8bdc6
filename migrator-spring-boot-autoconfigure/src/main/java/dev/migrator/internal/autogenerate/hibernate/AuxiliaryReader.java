package dev.migrator.internal.autogenerate.hibernate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.text.WrittenSequence;
import dev.migrator.internal.dialect.text.WrittenTable;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.schema.element.Unique;

/**
 * Reads objects that Hibernate knows only as SQL that creates them: the sequence of the
 * revisions of Envers, and objects that an application registers itself.
 */
final class AuxiliaryReader {

	private final PhysicalNames names;

	private final EnumReader enums;

	private final List<String> leftOut;

	private final List<Sequence> sequences = new ArrayList<>();

	private final List<WrittenTable> tables = new ArrayList<>();

	AuxiliaryReader(PhysicalNames names, EnumReader enums, List<String> leftOut) {
		this.names = names;
		this.enums = enums;
		this.leftOut = leftOut;
	}

	/**
	 * Reads one object.
	 * @param statements the statements that create it; for an enum type, followed by its
	 * casts
	 */
	void read(String... statements) {
		if (statements.length > 0 && !this.enums.read(statements[0])) {
			Stream.of(statements).forEach(this::readStatement);
		}
	}

	private void readStatement(String sql) {
		Optional<Sequence> sequence = WrittenSequence.parse(sql);
		Optional<WrittenTable> table = WrittenTable.parse(sql);
		if (sequence.isPresent()) {
			this.sequences.add(new Sequence(this.names.unqualified(sequence.get().name()), sequence.get().type(),
					sequence.get().options(), null));
		}
		else if (table.isPresent()) {
			this.tables.add(table.get());
		}
		else {
			this.leftOut.add("auxiliary object: " + sql.strip());
		}
	}

	List<Sequence> sequences() {
		return this.sequences;
	}

	/**
	 * Returns the names of the tables, which no other table has.
	 */
	List<ObjectName> tableNames() {
		return this.tables.stream().map((table) -> this.names.unqualified(table.name())).toList();
	}

	/**
	 * Returns the tables. Their keys are named like all objects without a name.
	 */
	List<Table> tables(ImplicitNames implicitNames) {
		return this.tables.stream().map((table) -> table(table, implicitNames)).toList();
	}

	private Table table(WrittenTable table, ImplicitNames implicitNames) {
		ObjectName name = this.names.unqualified(table.name());
		List<Constraint> constraints = new ArrayList<>();
		if (!table.primaryKey().isEmpty()) {
			constraints.add(new PrimaryKey(implicitNames.primaryKey(name), table.primaryKey(), List.of(),
					Deferral.NOT_DEFERRABLE));
		}
		table.uniques()
			.forEach((columns) -> constraints.add(new Unique(implicitNames.unique(name, columns), columns, List.of(),
					false, Deferral.NOT_DEFERRABLE)));
		return new Table(name, table.columns(), constraints, List.of(), false, null, null);
	}

}
