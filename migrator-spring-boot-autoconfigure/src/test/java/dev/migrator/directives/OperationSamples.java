package dev.migrator.directives;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import dev.migrator.internal.schema.Setting;
import dev.migrator.operation.AlterSetting;
import dev.migrator.operation.ColumnDirective.AddColumn;
import dev.migrator.operation.ColumnDirective.AlterColumnType;
import dev.migrator.operation.ColumnDirective.DropColumn;
import dev.migrator.operation.ColumnDirective.DropNotNull;
import dev.migrator.operation.ColumnDirective.RenameColumn;
import dev.migrator.operation.ColumnDirective.SetNotNull;
import dev.migrator.operation.ColumnValueDirective.AlterColumnDefault;
import dev.migrator.operation.ColumnValueDirective.AlterIdentity;
import dev.migrator.operation.ColumnValueDirective.DropExpression;
import dev.migrator.operation.CommentTarget;
import dev.migrator.operation.ConstraintDirective.AddConstraint;
import dev.migrator.operation.ConstraintDirective.AlterEnforcement;
import dev.migrator.operation.ConstraintDirective.DropConstraint;
import dev.migrator.operation.ConstraintDirective.RenameConstraint;
import dev.migrator.operation.ConstraintDirective.ValidateConstraint;
import dev.migrator.operation.CustomOperation;
import dev.migrator.operation.DataMigration;
import dev.migrator.operation.DomainDirective.AddDomainCheck;
import dev.migrator.operation.DomainDirective.AlterDomainDefault;
import dev.migrator.operation.DomainDirective.AlterDomainNullability;
import dev.migrator.operation.DomainDirective.CreateDomain;
import dev.migrator.operation.DomainDirective.DropDomain;
import dev.migrator.operation.DomainDirective.DropDomainCheck;
import dev.migrator.operation.EnumDirective.AddEnumValue;
import dev.migrator.operation.EnumDirective.CreateEnum;
import dev.migrator.operation.EnumDirective.DropEnum;
import dev.migrator.operation.EnumDirective.RebuildEnum;
import dev.migrator.operation.EnumDirective.RenameEnumValue;
import dev.migrator.operation.EnumTypedColumn;
import dev.migrator.operation.ExecuteSql;
import dev.migrator.operation.Existing;
import dev.migrator.operation.ExtensionDirective.CreateExtension;
import dev.migrator.operation.ExtensionDirective.DropExtension;
import dev.migrator.operation.GrantTarget;
import dev.migrator.operation.Granted;
import dev.migrator.operation.IndexDirective.CreateIndex;
import dev.migrator.operation.IndexDirective.DropIndex;
import dev.migrator.operation.IndexDirective.RebuildIndex;
import dev.migrator.operation.NothingToUndo;
import dev.migrator.operation.ObjectDirective.MoveObject;
import dev.migrator.operation.ObjectDirective.RenameObject;
import dev.migrator.operation.ObjectDirective.SetComment;
import dev.migrator.operation.ObjectKind;
import dev.migrator.operation.Operation;
import dev.migrator.operation.RightDirective.Grant;
import dev.migrator.operation.RightDirective.Revoke;
import dev.migrator.operation.RoutineDirective.CreateRoutine;
import dev.migrator.operation.RoutineDirective.DropRoutine;
import dev.migrator.operation.RowDirective.Backfill;
import dev.migrator.operation.RowDirective.DeleteRows;
import dev.migrator.operation.RowDirective.InsertRows;
import dev.migrator.operation.Rows;
import dev.migrator.operation.SchemaDirective.CreateSchema;
import dev.migrator.operation.SchemaDirective.DropSchema;
import dev.migrator.operation.SequenceDirective.AlterOwningColumn;
import dev.migrator.operation.SequenceDirective.AlterSequence;
import dev.migrator.operation.SequenceDirective.CreateSequence;
import dev.migrator.operation.SequenceDirective.DropSequence;
import dev.migrator.operation.SequenceDirective.RestoreSequence;
import dev.migrator.operation.SqlSource;
import dev.migrator.operation.TableDirective.CreateTable;
import dev.migrator.operation.TableDirective.DropTable;
import dev.migrator.operation.TriggerDirective.CreateTrigger;
import dev.migrator.operation.TriggerDirective.DropTrigger;
import dev.migrator.operation.ViewDirective.CreateView;
import dev.migrator.operation.ViewDirective.DropView;
import dev.migrator.operation.ViewDirective.RefreshView;
import dev.migrator.schema.BuiltIn;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.Literal;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.IntervalFields;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.Privilege;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.Validity;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.Exclusion;
import dev.migrator.schema.element.Extension;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Routine;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.schema.element.Trigger;
import dev.migrator.schema.element.Unique;
import dev.migrator.schema.element.View;

/**
 * An operation of each kind, or several where not all that can be said can be said at
 * once, and values to put into them.
 */
final class OperationSamples {

	private static final ObjectName TABLE = new ObjectName("billing", "t");

	private static final ObjectName NAME = new ObjectName("billing", "x");

	private static final ColumnName COLUMN = new ColumnName(TABLE, "a");

	private static final Generated GENERATED = new Generated("b + 1", true);

	private static final SequenceOptions OPTIONS = new SequenceOptions(5L, -10L, -9_000_000_000L, 100L, 20L, true);

	private static final Identity IDENTITY = new Identity(true, OPTIONS);

	private static final IndexKey KEY = new IndexKey("a", null, ObjectName.of("pg_catalog.C"),
			ObjectName.of("text_pattern_ops"), Map.of("siglen", "100"), IndexKey.Order.ASC, IndexKey.Nulls.FIRST);

	private static final Index INDEX = new Index("ix", TABLE, List.of(KEY), true, true, "btree", List.of("b"), "b > 0",
			Map.of("fillfactor", "70"), "fast");

	private static final EnumTypedColumn ENUM_COLUMN = new EnumTypedColumn(COLUMN, true, Literal.of(List.of("A")));

	private static final Check VALUE_CHECK = new Check("c", "VALUE > 0", false);

	private static final Domain DOMAIN = new Domain(NAME, Types.integer(), ObjectName.of("pg_catalog.C"), false,
			Literal.of(1), List.of(VALUE_CHECK, new Check("d", "VALUE < 9", false)));

	private static final Routine FUNCTION = new Routine(NAME,
			List.of(new Routine.Argument("n", Types.integer(), Literal.of(1))), "integer", "sql", "SELECT 1\n",
			List.of("IMMUTABLE"));

	private static final Routine PROCEDURE = new Routine(NAME, List.of(), null, "plpgsql", "BEGIN END", List.of());

	private static final Trigger TRIGGER = new Trigger("x", TABLE, Trigger.Timing.BEFORE,
			EnumSet.of(Trigger.Event.UPDATE), List.of("a"), true, "true", NAME, List.of("b"));

	private static final View VIEW = new View(NAME, "SELECT 1", List.of("a"), false, true);

	private static final Granted GRANTED = new Granted(EnumSet.of(Privilege.SELECT, Privilege.INSERT),
			GrantTarget.table("t"), List.of("app", "public"));

	private static final Rows ROWS = new Rows(TABLE, List.of("a", "b"),
			List.of(List.of(Literal.of("x"), Literal.of(1)), List.of(Literal.of("y"), Literal.of(null))), List.of("a"),
			true);

	private OperationSamples() {
	}

	static final List<Constraint> CONSTRAINTS = List.of(
			new PrimaryKey("c", List.of("a"), List.of("b"), Deferral.DEFERRABLE),
			new Unique("c", List.of("a", "b"), List.of("b"), true, Deferral.DEFERRABLE), new Check("c", "a > 0", true),
			new ForeignKey("c", List.of("a"), NAME, List.of("id"), ReferentialAction.CASCADE,
					ReferentialAction.SET_NULL, true, Deferral.DEFERRABLE),
			new ForeignKey("c", List.of("a", "b"), NAME, List.of("c", "d"), ReferentialAction.SET_NULL, List.of("b"),
					ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE),
			new ForeignKey("c", List.of("a", "b"), NAME, List.of("c", "d"), ReferentialAction.NO_ACTION,
					ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE),
			new Exclusion("c", "gist",
					List.of(new Exclusion.Element(KEY, "="),
							new Exclusion.Element(IndexKey.expression("tsrange(a, b)"), "&&")),
					"a > 0", Deferral.DEFERRABLE),
			new PrimaryKey("c", List.of("a", "b"), List.of(), Deferral.NOT_DEFERRABLE, true));

	static final List<DataType> TYPES = List.of(Types.integer(), Types.numeric(10, 2), Types.of(BuiltIn.NUMERIC, 5),
			Types.varchar(20), Types.character(3), Types.bit(3), Types.timestamp(3), Types.timestamptz(0),
			Types.of(BuiltIn.TIME, 2), Types.of(BuiltIn.INTERVAL, 2), Types.interval(IntervalFields.YEAR),
			Types.interval(IntervalFields.DAY_TO_SECOND, 3), Types.array(Types.text()),
			Types.array(Types.named("status")), Types.array(Types.sql("vector(3)")), Types.named("billing.status"),
			Types.sql("geometry(Point, 4326)"));

	static final List<Expression> EXPRESSIONS = List.of(Expression.sql("now()"), Literal.of(null),
			Literal.of("it's \"x\" \\ \\u0041\n\t\u2028"), Literal.of(true), Literal.of((byte) -1),
			Literal.of((short) 2), Literal.of(Integer.MIN_VALUE), Literal.of(Long.MIN_VALUE), Literal.of(1.5f),
			Literal.of(Float.NaN), Literal.of(1e300), Literal.of(Double.NEGATIVE_INFINITY),
			Literal.of(Double.POSITIVE_INFINITY), Literal.of(new BigInteger("123456789012345678901")),
			Literal.of(new BigDecimal("1.10")), Literal.of(new UUID(1, 2)), Literal.of(LocalDate.of(2026, 1, 5)),
			Literal.of(LocalTime.of(5, 30)), Literal.of(LocalDateTime.of(2026, 1, 5, 5, 30)),
			Literal.of(OffsetTime.parse("05:30+01:00")),
			Literal.of(OffsetDateTime.parse("2026-01-05T05:30:00.5+01:00")), Literal.of(Instant.EPOCH),
			Literal.of(Duration.ofMillis(1500)), Literal.of(Period.of(1, 2, 3)), Literal.of(new byte[] { 0, -1 }),
			Literal.of(List.of()), Literal.of(List.of("a", List.of(1L))), Literal.of(Arrays.asList("a", null)),
			Literal.of(Arrays.asList((Object) null)));

	static final List<CommentTarget> COMMENTED = List.of(
			new CommentTarget.OnObject(ObjectKind.TABLE, new ObjectName(null, "x")), new CommentTarget.OnColumn(COLUMN),
			new CommentTarget.OnConstraint(TABLE, "c"));

	static final List<GrantTarget> TARGETS = List.of(
			new GrantTarget.Named(GrantTarget.Kind.TABLE, new ObjectName(null, "x.y")),
			GrantTarget.function("billing.x", Types.integer(), Types.text()));

	private static Column column(Expression defaultValue, Identity identity, Generated generated) {
		return new Column("a", Types.bigint(), false, defaultValue, identity, generated, ObjectName.of("pg_catalog.C"),
				"it's");
	}

	private static Table table(Column first) {
		return new Table(TABLE, List.of(first, Column.of("b", Types.text())), CONSTRAINTS.subList(0, 1), List.of(INDEX),
				true, "RANGE (a)", "it's");
	}

	static List<Operation> all() {
		return List.of(new CreateTable(table(column(Literal.of(1), null, null)), true),
				new CreateTable(table(column(null, IDENTITY, null)), false),
				new CreateTable(table(column(null, null, GENERATED)), false),
				new DropTable(NAME, table(column(null, null, null)), true, true),
				new AddColumn(TABLE, column(Literal.of(1), null, null), true),
				new AddColumn(TABLE, column(null, IDENTITY, null), false),
				new AddColumn(TABLE, column(null, null, GENERATED), false),
				new DropColumn(TABLE, "a", Column.of("a", Types.text()), true, true), new RenameColumn(TABLE, "a", "b"),
				new AlterColumnType(COLUMN, Types.text(), ObjectName.of("C"), "a::text", Types.integer(),
						ObjectName.of("D"), "a::integer"),
				new SetNotNull(COLUMN), new DropNotNull(COLUMN), new DropExpression(COLUMN),
				new AlterColumnDefault(COLUMN, Literal.of(1), Existing.known(Literal.of(2))),
				new AlterIdentity(COLUMN, IDENTITY, Existing.known(new Identity(false, SequenceOptions.DEFAULT))),
				new AlterIdentity(COLUMN, IDENTITY, Existing.unknown()),
				new SetComment(COMMENTED.get(0), "it's", Existing.known("was")),
				new AlterSetting(Setting.ofLog(TABLE), Setting.UNLOGGED, Existing.known(null)),
				new AlterSetting(Setting.ofReplicaIdentity(TABLE), Setting.usingIndex("i.x"), Existing.known(null)),
				new AlterSetting(Setting.ofReplicaIdentity(TABLE), Setting.FULL, Existing.known(Setting.NOTHING)),
				new AlterSetting(Setting.ofReplicaIdentity(TABLE), Setting.NOTHING, Existing.known(Setting.FULL)),
				new AlterSetting(Setting.ofCluster(TABLE), "i.x", Existing.known("ix")),
				new AlterSetting(Setting.ofTable(TABLE, "toast.autovacuum_enabled"), "false", Existing.known(null)),
				new AlterSetting(Setting.ofColumn(Setting.Kind.STORAGE, COLUMN), "external",
						Existing.known("extended")),
				new AlterSetting(Setting.ofColumn(Setting.Kind.COMPRESSION, COLUMN), "lz4", Existing.known(null)),
				new AlterSetting(Setting.ofColumn(Setting.Kind.STATISTICS, COLUMN), "500", Existing.known(null)),
				new AlterSetting(Setting.ofColumn(COLUMN, "n_distinct"), "-0.5", Existing.known(null)),
				new AlterSetting(Setting.ofIndex(NAME, "fillfactor"), "70", Existing.known("90")),
				new AlterSetting(Setting.ofStatistics(NAME, 2), "500", Existing.known(null)),
				new AlterSetting(Setting.ofSequenceLog(NAME), Setting.UNLOGGED, Existing.known(null)),
				new AddConstraint(TABLE, CONSTRAINTS.get(2), true), new AddConstraint(TABLE, CONSTRAINTS.get(5), false),
				new DropConstraint(TABLE, "c", CONSTRAINTS.get(2), true, true, true),
				new DropConstraint(TABLE, "d", CONSTRAINTS.get(1), false, false, false),
				new ValidateConstraint(TABLE, "c"), new AlterEnforcement(TABLE, "c", true),
				new RenameConstraint(TABLE, "c", "d"), new CreateIndex(INDEX, true, true),
				new CreateIndex(new Index("ix", TABLE, List.of(IndexKey.column("a"), IndexKey.column("b")), false,
						false, null, List.of(), null, Map.of(), null), false, false),
				new CreateIndex(
						new Index("ix", TABLE, List.of(IndexKey.column("a"), IndexKey.expression("lower(b)")), true,
								false, null, List.of(), null, Map.of("fillfactor", "070", "buffering", "auto"), null),
						false, false),
				new DropIndex(NAME, INDEX, false, true, true), new DropIndex(NAME, INDEX, true, false, false),
				new RebuildIndex(NAME, false), new RebuildIndex(NAME, true),
				new RenameObject(ObjectKind.TABLE, new ObjectName(null, "x.y"), "d.e"),
				new MoveObject(ObjectKind.TABLE, NAME, "d.e"), new CreateEnum(new EnumType(NAME, List.of("A", "B"))),
				new DropEnum(NAME, new EnumType(NAME, List.of("A")), true, true),
				new AddEnumValue(NAME, "C", null, "A", true, List.of("A", "B"), List.of(ENUM_COLUMN)),
				new AddEnumValue(NAME, "C", "B", null, false, List.of("A", "B"), List.of(ENUM_COLUMN)),
				new RenameEnumValue(NAME, "A", "B"),
				new RebuildEnum(NAME, List.of("A", "> B"), List.of("A", "C"), Map.of("> B", "A"), List.of(ENUM_COLUMN)),
				new RebuildEnum(NAME, List.of("A"), List.of("A", "C"), Map.of(),
						List.of(new EnumTypedColumn(COLUMN, false, null))),
				new CreateDomain(DOMAIN), new DropDomain(NAME, DOMAIN, true, true),
				new AlterDomainDefault(NAME, Literal.of(1), Existing.known(Literal.of(2))),
				new AlterDomainNullability(NAME, true), new AddDomainCheck(NAME, VALUE_CHECK),
				new AddDomainCheck(NAME, VALUE_CHECK.holdingFor(Validity.NOT_VALID)),
				new DropDomainCheck(NAME, "c", VALUE_CHECK, true, true),
				new CreateSequence(new Sequence(NAME, Types.smallint(), OPTIONS, COLUMN), true),
				new DropSequence(NAME, new Sequence(NAME, null, OPTIONS, null), true, true),
				new AlterSequence(NAME, OPTIONS, SequenceOptions.DEFAULT),
				new AlterSequence(NAME, null, OPTIONS, null, SequenceOptions.DEFAULT, true),
				new AlterSequence(NAME, Types.integer(), OPTIONS, Types.smallint(), SequenceOptions.DEFAULT),
				new RestoreSequence(NAME, Types.integer(), new SequenceOptions(1L, 1L, 1L, 9L, 1L, false),
						Types.smallint(), OPTIONS),
				new RestoreSequence(NAME, null, SequenceOptions.DEFAULT, Types.smallint(), OPTIONS),
				new AlterOwningColumn(NAME, COLUMN, Existing.known(null)),
				new AlterOwningColumn(NAME, null, Existing.known(COLUMN)), new CreateSchema("a.b", true),
				new DropSchema("a.b", true, true), new CreateExtension(new Extension("a.b", "c.d", "1.0"), true),
				new DropExtension("a.b", new Extension("a.b", "c.d", null), true, true),
				new CreateView(VIEW, true, VIEW),
				new CreateView(new View(NAME, "SELECT 1", List.of(), true, false), false, null),
				new DropView(NAME, true, VIEW, true, true), new RefreshView(NAME, true),
				new CreateRoutine(FUNCTION, true, FUNCTION), new CreateRoutine(FUNCTION, false, null),
				new CreateRoutine(PROCEDURE, true, null), new DropRoutine(FUNCTION.signature(), FUNCTION, true, true),
				new DropRoutine(FUNCTION.signature(), FUNCTION, false, false), new CreateTrigger(TRIGGER),
				new CreateTrigger(new Trigger("x", TABLE, Trigger.Timing.AFTER, EnumSet.allOf(Trigger.Event.class),
						List.of(), false, null, NAME, List.of())),
				new DropTrigger(TABLE, "a.b", TRIGGER, true, true), new Grant(GRANTED, true),
				new Revoke(GRANTED, new Grant(GRANTED, false), true), new InsertRows(ROWS), new DeleteRows(ROWS),
				new Backfill(TABLE, "a = 1", "a IS NULL", Backfill.BATCH, Backfill.PAUSE, Backfill.LOCK_TIMEOUT,
						Backfill.RETRIES),
				new Backfill(TABLE, "a = 1", "a IS NULL", 1, Duration.ofMillis(50), Duration.ofNanos(5_000_001), 3),
				new Backfill(TABLE, "a = 1", "a IS NULL", 1, Duration.ofSeconds(1), Duration.ofSeconds(4), 3),
				new NothingToUndo("it's \"so\""),
				new ExecuteSql(SqlSource.of("SELECT '\\u0041'\n"), SqlSource.of("SELECT 2")));
	}

	/** Code, which has no value, and what users add. */
	static final Set<Class<?>> WITHOUT_VALUE = Set.of(DataMigration.class, CustomOperation.class);

}
