package dev.migrator.internal.autogenerate.rename;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.autogenerate.ComparisonSettings;
import dev.migrator.autogenerate.InvalidRenameException;
import dev.migrator.autogenerate.Rename;
import dev.migrator.internal.autogenerate.situation.TemporaryName;
import dev.migrator.internal.dialect.lexer.NameText;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.SchemaObjects;
import dev.migrator.internal.schema.SequenceObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectKind;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.element.Sequence;

/**
 * Applies the renames that the user gave, and those that follow from them: computes the
 * schema of the database after the renames. Renames tables and sequences itself.
 */
public final class SchemaRenames {

	private static final String SEQUENCE = "_seq";

	/** The old name of a table, by its present name. */
	private final Map<ObjectName, ObjectName> before = new HashMap<>();

	private final GivenNames names = new GivenNames();

	private final SchemaObjects real;

	private final SchemaObjects wanted;

	private final RenameCircles circles;

	/**
	 * The objects that get a name that another object still has: their present names, by
	 * that name.
	 */
	private final Map<ObjectName, ObjectName> waitingRelations = new HashMap<>();

	private final List<Change> changes = new ArrayList<>();

	private final SchemaMoves moves;

	private final EnumValueRenames enumValues;

	private final ColumnRenames columns;

	private SchemaRenames(SchemaObjects real, SchemaObjects wanted, ComparisonSettings settings) {
		this.circles = new RenameCircles(settings.renames());
		this.moves = new SchemaMoves(real, settings);
		this.enumValues = new EnumValueRenames(real, wanted, settings.defaultSchema(), this.names, this.changes);
		this.real = real;
		this.wanted = wanted;
		real.tables().forEach((table) -> this.before.put(table.name(), table.name()));
		this.columns = new ColumnRenames(real, wanted, this.before, this.circles, this.names, this.changes);
	}

	/**
	 * Applies the renames.
	 * @param real the schema of the database
	 * @param wanted the schema that it is to have, with the new names
	 * @param settings the renames, in the given order, and the existing schemas
	 * @throws InvalidRenameException if one of them is not possible
	 */
	public static RenamedSchema of(SchemaObjects real, SchemaObjects wanted, ComparisonSettings settings) {
		SchemaRenames all = new SchemaRenames(real, wanted, settings);
		settings.renames().forEach(all::add);
		all.names.tables().forEach(all::sequenceFollows);
		OwnedSequences.names(real, wanted, all.names)
			.forEach((from, to) -> all.addSequence(from, to, new Rename(from.toString(), to.toString())));
		return all.changes.isEmpty() ? RenamedSchema.none(real)
				: new RenamedSchema(real, real.renamed(all.names), all.names, all.changes);
	}

	private void add(Rename rename) {
		ObjectName table = (rename.from().chars().filter((c) -> c == '.').count() > 1 && !isName(rename.from())) ? null
				: ObjectName.of(rename.from());
		if (table != null && this.before.containsKey(table)) {
			renameTable(rename, table, ObjectName.of(rename.to()));
		}
		else if (table != null && hasSequence(this.real, table)) {
			renameSequence(rename, table, ObjectName.of(rename.to()));
		}
		else if (!this.enumValues.add(rename)) {
			this.columns.add(rename);
		}
	}

	private static boolean hasSequence(SchemaObjects schema, ObjectName name) {
		return schema.sequences().stream().anyMatch((sequence) -> sequence.name().equals(name));
	}

	private void renameSequence(Rename rename, ObjectName from, ObjectName to) {
		boolean taken = this.names.sequences().containsValue(to) || (hasSequence(this.real, to)
				&& !this.names.sequences().containsKey(to) && !this.circles.contains(rename));
		if (taken || this.names.sequences().containsKey(from)) {
			throw new InvalidRenameException(
					"The rename %s is not possible: a sequence can be renamed only once, and only to a name that no other sequence has."
						.formatted(rename),
					"Remove this rename.");
		}
		if (!hasSequence(this.wanted, to)) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the model has no sequence %s.".formatted(rename, to),
					"Check the name of the sequence in the model.");
		}
		ColumnName owner = sequence(from).ownedBy();
		if (owner != null && SchemaMoves.isMove(from, to)) {
			throw new InvalidRenameException(
					"The rename %s is not possible: a sequence moves with the table that owns it.".formatted(rename),
					"Rename the table %s instead.".formatted(owner.table()));
		}
		addSequence(from, to, rename);
	}

	private Sequence sequence(ObjectName name) {
		return ((SequenceObject) Objects.requireNonNull(this.real.get(ObjectId.sequence(name)))).sequence();
	}

	private void addSequence(ObjectName from, ObjectName to, Rename rename) {
		boolean waits = hasSequence(this.real, to) && !this.names.sequences().containsKey(to);
		this.names.sequences().put(from, to);
		rename(ObjectKind.SEQUENCE, from, to, waits, rename);
	}

	/**
	 * Renames a table or a sequence, and the object that has waited for its name.
	 * @param waits whether another object still has the new name
	 */
	private void rename(ObjectKind kind, ObjectName from, ObjectName to, boolean waits, Rename rename) {
		ObjectName now = waits ? thirdName(from) : to;
		ObjectName moved = from;
		if (SchemaMoves.isMove(from, to)) {
			if (waits) {
				throw new InvalidRenameException(
						("The rename %s is not possible: an object that exchanges its name with another cannot move to "
								+ "another schema.")
							.formatted(rename),
						"Move one of them in an earlier revision.");
			}
			moved = this.moves.move(kind, from, to, rename, this.changes);
		}
		if (!moved.equals(now)) {
			this.changes.add(Change.of(new RenameObject(kind, moved, now.name()),
					"Detected renamed %s '%s' to '%s'".formatted(kind.words(), from, to)));
		}
		if (waits) {
			this.waitingRelations.put(to, now);
		}
		ObjectName waiting = this.waitingRelations.remove(from);
		if (waiting != null) {
			this.changes.add(Change.of(new RenameObject(kind, waiting, from.name())));
		}
	}

	private ObjectName thirdName(ObjectName name) {
		Set<ObjectName> relations = new HashSet<>();
		Stream.of(this.real, this.wanted)
			.flatMap((objects) -> objects.all().stream())
			.forEach((object) -> object.relation().ifPresent(relations::add));
		return name.sibling(new TemporaryName(name.name()).free((other) -> relations.contains(name.sibling(other))));
	}

	/**
	 * Renames the sequence of an entity, which Hibernate names after its table, so that
	 * it continues counting. The server cuts a name that is too long.
	 */
	private void sequenceFollows(ObjectName table, ObjectName renamed) {
		if (SchemaMoves.isMove(table, renamed)) {
			return;
		}
		ObjectName from = table.sibling(NameText.quoted(table.name() + SEQUENCE));
		ObjectName to = renamed.sibling(NameText.quoted(renamed.name() + SEQUENCE));
		boolean there = hasSequence(this.real, from) && !this.names.sequences().containsKey(from);
		boolean free = !hasSequence(this.real, to) && !this.names.sequences().containsValue(to);
		if (there && free && hasSequence(this.wanted, to) && !hasSequence(this.wanted, from)) {
			addSequence(from, to, new Rename(from.toString(), to.toString()));
		}
	}

	/**
	 * Moves the sequences of the columns of a table together with the table.
	 */
	private void sequencesMove(ObjectName table, ObjectName to) {
		for (Sequence sequence : this.real.sequences()) {
			if (sequence.ownedBy() != null && sequence.ownedBy().table().equals(table)) {
				this.names.sequences().putIfAbsent(sequence.name(), to.sibling(sequence.name().name()));
			}
		}
	}

	private static boolean isName(String text) {
		int dot = Rename.lastDot(text);
		return dot < 0 || Rename.lastDot(text.substring(0, dot)) < 0;
	}

	private void renameTable(Rename rename, ObjectName from, ObjectName to) {
		boolean waits = this.before.containsKey(to);
		if (this.names.tables().containsValue(to) || (waits && !this.circles.contains(rename))) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the table %s exists already.".formatted(rename, to),
					"Remove this rename.");
		}
		if (this.wanted.table(to).isEmpty()) {
			throw new InvalidRenameException(
					"The rename %s is not possible: the model has no table %s.".formatted(rename, to),
					"Check the name of the table in the model.");
		}
		ObjectName first = Objects.requireNonNull(this.before.remove(from));
		this.names.tables().put(first, to);
		ObjectName waiting = this.waitingRelations.get(from);
		rename(ObjectKind.TABLE, from, to, waits, rename);
		if (SchemaMoves.isMove(from, to)) {
			sequencesMove(first, to);
		}
		this.before.put(waits ? Objects.requireNonNull(this.waitingRelations.get(to)) : to, first);
		if (waiting != null) {
			this.before.put(from, Objects.requireNonNull(this.before.remove(waiting)));
		}
	}

}
