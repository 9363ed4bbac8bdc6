package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.DetectedText;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.RetypedColumns;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.internal.schema.OpaqueText;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Creates, replaces and drops objects that are known by the SQL of the server. Those that
 * prevent a change are dropped, and created again.
 */
final class OpaqueRule implements Rule<OpaqueObject> {

	private static final String PUT_BACK = "%s uses %s; it is dropped here and created again below";

	private static final String ROLES = "its owner and privileges need these roles in every database: %s";

	private static final String OF_OLD_TYPE = "TODO: this was written for the old type of a column; check that it fits the new type";

	@Override
	public List<UnorderedChange> create(OpaqueObject object, Situation situation) {
		Operation create = new ExecuteSql(text(object), SqlSource.of(object.drop()), Effects.making(List.of(object)));
		Change change = Change.builder(create)
			.detected(detected(object, situation))
			.remark(object.said() ? null : remark(object, situation))
			.build();
		return List.of(new UnorderedChange(object, change, Rank.DEPENDANTS_CREATED, create.effects()));
	}

	private static @Nullable String detected(OpaqueObject object, Situation situation) {
		return situation.isAdded(object.id()) ? DetectedText.added(object)
				: (situation.altered(object.id()) != null) ? DetectedText.changed(object) : null;
	}

	private static @Nullable String remark(OpaqueObject object, Situation situation) {
		return RetypedColumns.of(object, situation).isComputedOf(object) ? OF_OLD_TYPE : ofGone(object, situation);
	}

	/**
	 * A replacement keeps the rights. If the downgrade cannot replace the object, it
	 * drops it and creates the old one.
	 */
	@Override
	public List<UnorderedChange> alter(OpaqueObject was, OpaqueObject to, Situation situation) {
		OpaqueText old = Objects.requireNonNull(was.text());
		OpaqueText text = Objects.requireNonNull(to.text());
		String undo = old.replaces(text) ? old.from(text) : to.drop() + "\n" + old.create();
		Effects effects = Effects.changing(Set.of(to.id()));
		Operation replace = new ExecuteSql(SqlSource.of(text.from(old)), SqlSource.of(undo), effects);
		Change change = Change.of(replace, DetectedText.changed(to));
		return List.of(new UnorderedChange(to, change, Rank.DEPENDANTS_CREATED, effects));
	}

	/**
	 * Returns whether PostgreSQL cannot replace it, in the downgrade neither if another
	 * object needs it.
	 */
	@Override
	public boolean isReplaced(OpaqueObject was, OpaqueObject to, Situation situation) {
		OpaqueText old = was.text();
		OpaqueText text = to.text();
		if (old == null || text == null || !text.replaces(old)) {
			return true;
		}
		return !old.replaces(text) && isNeeded(to, situation);
	}

	private static boolean isNeeded(OpaqueObject object, Situation situation) {
		return !object.users().isEmpty() || situation.then()
			.all(OpaqueObject.class)
			.stream()
			.anyMatch((other) -> object.id().equals(other.parent())
					|| other.needs().anyMatch((need) -> need.equals(object.id())));
	}

	private static @Nullable String ofGone(OpaqueObject object, Situation situation) {
		Stream<ObjectName> types = object.needs().flatMap((need) -> switch (need.kind()) {
			case TYPE -> Stream.of(need.objectName());
			case COLUMN -> (situation.before().get(need) instanceof ColumnObject column) ? column.userType().stream()
					: Stream.empty();
			default -> Stream.empty();
		});
		return new GoneValues(situation.before(), situation.then()).ofWords(Stream.ofNullable(object.create()), types);
	}

	@Override
	public List<UnorderedChange> drop(OpaqueObject object, Situation situation) {
		Operation drop = new ExecuteSql(SqlSource.of(object.drop()), text(object), Effects.removing(List.of(object)));
		boolean removed = situation.isRemoved(object.id());
		Change change = Change.builder(drop)
			.detected(removed ? DetectedText.removed(object) : null)
			.remark(dropRemark(object, removed || situation.altered(object.id()) != null, situation))
			.build();
		return List.of(new UnorderedChange(object, change, Rank.DEPENDANTS_DROPPED, drop.effects()));
	}

	private static @Nullable String dropRemark(OpaqueObject object, boolean differs, Situation situation) {
		String roles = (object.roles() != null) ? ROLES.formatted(object.roles()) : null;
		if (differs) {
			return roles;
		}
		String remark = PUT_BACK.formatted(object.description(), changed(object, situation));
		return (roles != null) ? remark + ";\n" + roles : remark;
	}

	/**
	 * Describes the objects that it uses and that change, with their changes.
	 */
	private static String changed(OpaqueObject object, Situation situation) {
		Map<Happening, List<String>> changed = new TreeMap<>();
		Stream.concat(object.needs(), Stream.ofNullable(object.parent()))
			.distinct()
			.filter((need) -> situation.disturbance(need) != null)
			.forEach((need) -> changed.computeIfAbsent(happens(need, situation), (happens) -> new ArrayList<>())
				.add(name(need, situation)));
		return changed.isEmpty() ? "an object that changes here"
				: changed.entrySet()
					.stream()
					.map((names) -> names.getKey().of(names.getValue().stream().sorted().toList()))
					.collect(Collectors.joining(", and "));
	}

	private static Happening happens(ObjectId id, Situation situation) {
		return switch (Objects.requireNonNull(situation.disturbance(id))) {
			case DROPPED -> Happening.MADE_ANEW;
			case RETYPED, RESIZED -> Happening.OF_OTHER_TYPE;
			case REBUILT -> (id.kind() == ObjectId.Kind.COLUMN) ? Happening.OF_TYPE_MADE_ANEW : Happening.MADE_ANEW;
		};
	}

	private static String name(ObjectId id, Situation situation) {
		if (situation.before().get(id) instanceof OpaqueObject other) {
			return other.description();
		}
		return switch (id.kind()) {
			case COLUMN -> "%s.%s".formatted(id.columnName().table(), id.name());
			case CONSTRAINT -> "%s of %s".formatted(id.name(), Objects.requireNonNull(id.in()).objectName());
			case TABLE, TYPE, SEQUENCE, INDEX -> id.objectName().toString();
			default -> id.toString();
		};
	}

	private static SqlSource text(OpaqueObject object) {
		return SqlSource.of(Objects.requireNonNull(object.create()));
	}

	/**
	 * PostgreSQL refuses a change if such an object would have to be written again.
	 */
	@Override
	public Optional<Disturbance> suffers(OpaqueObject object, ObjectId need, Disturbance disturbance) {
		return (need.kind() == ObjectId.Kind.TABLE && disturbance != Disturbance.DROPPED) ? Optional.empty()
				: Optional.of(Disturbance.DROPPED);
	}

	/**
	 * The changes of an object that it uses.
	 */
	private enum Happening {

		OF_OTHER_TYPE("whose type changes", "whose types change"),

		OF_TYPE_MADE_ANEW("whose type is created again", "whose types are created again"),

		MADE_ANEW("which is created again", "which are created again");

		private final String toOne;

		private final String toSeveral;

		Happening(String toOne, String toSeveral) {
			this.toOne = toOne;
			this.toSeveral = toSeveral;
		}

		String of(List<String> names) {
			int last = names.size() - 1;
			return (last == 0) ? "%s, %s".formatted(names.get(0), this.toOne) : "%s and %s, %s"
				.formatted(String.join(", ", names.subList(0, last)), names.get(last), this.toSeveral);
		}

	}

}
