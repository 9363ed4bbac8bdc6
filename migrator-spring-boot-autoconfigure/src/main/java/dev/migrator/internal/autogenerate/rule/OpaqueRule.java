package dev.migrator.internal.autogenerate.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.migrator.autogenerate.Change;
import dev.migrator.internal.autogenerate.situation.Disturbance;
import dev.migrator.internal.autogenerate.situation.Rank;
import dev.migrator.internal.autogenerate.situation.RetypedColumns;
import dev.migrator.internal.autogenerate.situation.Situation;
import dev.migrator.internal.autogenerate.situation.UnorderedChange;
import dev.migrator.internal.schema.ColumnObject;
import dev.migrator.internal.schema.ObjectId;
import dev.migrator.internal.schema.OpaqueObject;
import dev.migrator.operation.Effects;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Operation;
import dev.migrator.operation.SqlSource;
import dev.migrator.schema.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Drops objects that are not compared if they prevent a change, and creates them again
 * from the SQL of the server.
 */
final class OpaqueRule implements Rule<OpaqueObject> {

	private static final String PUT_BACK = "%s uses %s; it is dropped here and created again below";

	private static final String ROLES = ";\nits owner and privileges need these roles in every database: %s";

	private static final String OF_OLD_TYPE = "TODO: this was written for the old type of a column; check that it fits the new type";

	@Override
	public List<UnorderedChange> create(OpaqueObject object, Situation situation) {
		Operation create = new ExecuteSql(text(object), SqlSource.of(object.drop()), Effects.making(List.of(object)));
		Change change = Change.builder(create)
			.remark(RetypedColumns.of(object, situation).isComputedOf(object) ? OF_OLD_TYPE : ofGone(object, situation))
			.build();
		return List.of(new UnorderedChange(object, change, Rank.DEPENDANTS_CREATED, create.effects()));
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
		return List.of(new UnorderedChange(object, Change.builder(drop).remark(remark(object, situation)).build(),
				Rank.DEPENDANTS_DROPPED, drop.effects()));
	}

	private static String remark(OpaqueObject object, Situation situation) {
		String remark = PUT_BACK.formatted(object.description(), changed(object, situation));
		return (object.roles() != null) ? remark + ROLES.formatted(object.roles()) : remark;
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
