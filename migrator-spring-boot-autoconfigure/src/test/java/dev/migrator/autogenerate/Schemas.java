package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.autogenerate.comparison.SchemaComparison;
import dev.migrator.internal.schema.DomainObject;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.revision.Direction;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.script.Operations;
import dev.migrator.testing.LambdaRevision;

/**
 * Schemas, said as a revision says them.
 */
public final class Schemas {

	private Schemas() {
	}

	public static SchemaObjects schema(Consumer<Operations> creation) {
		List<Table> tables = new ArrayList<>();
		List<EnumType> enums = new ArrayList<>();
		List<Sequence> sequences = new ArrayList<>();
		List<DomainObject> domains = new ArrayList<>();
		for (Operation operation : record(creation)) {
			if (operation instanceof CreateTable create) {
				tables.add(create.table());
			}
			else if (operation instanceof CreateEnum create) {
				enums.add(create.type());
			}
			else if (operation instanceof CreateDomain create) {
				domains.add(new DomainObject(create.domain()));
			}
			else if (operation instanceof CreateSequence create) {
				sequences.add(create.sequence());
			}
			else {
				throw new IllegalArgumentException(operation.describe());
			}
		}
		return SchemaObjects.of(tables, enums, sequences).with(SchemaObjects.of(domains));
	}

	public static List<Operation> record(Consumer<Operations> revision) {
		return LambdaRevision.inTransaction(revision).operations(Direction.UPGRADE);
	}

	/**
	 * The operations that lead from one schema to another, removing everything.
	 */
	public static ProposedChanges differences(SchemaObjects real, SchemaObjects wanted) {
		return new SchemaComparison(ComparisonSettings.builder().removals(EnumSet.allOf(Droppable.class)).build())
			.compare(real, wanted);
	}

}
