package dev.migrator.internal.autogenerate.hibernate;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

import dev.migrator.autogenerate.ImplicitName;
import dev.migrator.autogenerate.UnreadableModelException;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.Types;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import dev.migrator.schema.element.Unique;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.ColumnDefault;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.IdGeneratorType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.OnDelete;
import org.hibernate.annotations.OnDeleteAction;
import org.hibernate.annotations.View;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.SimpleAuxiliaryDatabaseObject;
import org.hibernate.generator.GeneratorCreationContext;
import org.hibernate.id.enhanced.SequenceStyleGenerator;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Entities as the values of a schema.
 */
class HibernateModelTests {

	@Test
	void anEntityIsATable() {
		WantedModel model = Hibernate.model(User.class);

		assertThat(table(model, "users").columns()).containsExactly(
				new Column("id", Types.bigint(), false, null, new Identity(false, SequenceOptions.DEFAULT), null, null,
						null),
				new Column("display_name", Types.varchar(100), false, null, null, null, null, null),
				Column.of("email", Types.varchar(255)),
				new Column("state", Types.varchar(20), false, new SqlExpression("'new'"), null, null, null, null));
		assertThat(model.sources().entities()).containsExactly(User.class.getName());
		assertThat(model.sources().packages()).containsExactly("shop");
		assertThat(model.sources().files()).isEmpty();
		assertThat(model.sources().attributes()).hasSize(4)
			.containsEntry(new ColumnName(ObjectName.of("users"), "display_name"),
					User.class.getName() + ".displayName");
	}

	@Test
	void whatTheModelDoesNotNameIsCalledAsPostgresWould() {
		WantedModel model = Hibernate.model(User.class, Workout.class);

		assertThat(table(model, "users").constraints()).containsExactly(
				new PrimaryKey("users_pkey", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE),
				new Unique("users_email_key", List.of("email"), List.of(), false, Deferral.NOT_DEFERRABLE));
		assertThat(table(model, "workouts").constraints()).filteredOn(ForeignKey.class::isInstance)
			.containsExactly(
					new ForeignKey("fk_workouts_guest", List.of("guest"), ObjectName.of("users"), List.of("email"),
							ReferentialAction.NO_ACTION, ReferentialAction.CASCADE, false, Deferral.INITIALLY_DEFERRED),
					new ForeignKey("workouts_owner_id_fkey", List.of("owner_id"), ObjectName.of("users"), List.of("id"),
							ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE));
		assertThat(model.invented()).containsExactlyInAnyOrder(new ImplicitName(ObjectName.of("users"), "users_pkey"),
				new ImplicitName(ObjectName.of("users"), "users_email_key"),
				new ImplicitName(ObjectName.of("workouts"), "workouts_pkey"),
				new ImplicitName(ObjectName.of("workouts"), "workouts_owner_id_fkey"),
				new ImplicitName(ObjectName.of("workouts"), "workouts_owner_id_idx"));
	}

	@Test
	void aTypeThatAColumnDefinitionNamesIsWantedInsteadOfHibernatesOwn() {
		WantedModel model = Hibernate.model(User.class, Workout.class);

		assertThat(table(model, "workouts").columns()).contains(new Column("status", Types.named("workout_status"),
				false, new SqlExpression("'PLANNED'"), null, null, null, null));
		assertThat(model.schema().enums())
			.containsExactly(new EnumType(ObjectName.of("workout_status"), List.of("PLANNED", "DONE", "CANCELLED")));
		assertThat(model.leftOut()).isEmpty();
	}

	/**
	 * That of Hibernate itself is sorted, as it would create it.
	 */
	@Test
	void valuesOfATypeThatAColumnDefinitionNamesHaveTheOrderOfTheConstants() {
		WantedModel model = Hibernate.model(Shirt.class);

		assertThat(model.schema().enums()).containsExactlyInAnyOrder(
				new EnumType(ObjectName.of("shirt_size"), List.of("s", "m", "l", "XL")),
				new EnumType(ObjectName.of("shop.cut"), List.of("wide", "slim")),
				new EnumType(ObjectName.of("fit"), List.of("loose", "tight")));
	}

	@Test
	void optionsOfIndexesAndConstraintsAreRead() {
		WantedModel model = Hibernate.model(User.class, Workout.class);

		assertThat(table(model, "workouts").indexes()).containsExactlyInAnyOrder(
				new Index("Ix Title", ObjectName.of("workouts"),
						List.of(new IndexKey("title", null, null, null, IndexKey.Order.DESC, null)), false, false, null,
						List.of("status"), "title <> ''", Map.of(), null),
				new Index("ux_workouts_lower", ObjectName.of("workouts"), List.of(IndexKey.expression("lower(title)")),
						true, false, null, List.of(), null, Map.of(), null),
				new Index("workouts_owner_id_idx", ObjectName.of("workouts"), List.of(IndexKey.column("owner_id")),
						false, false, null, List.of(), null, Map.of(), null));
		assertThat(table(model, "workouts").constraints()).contains(new Unique("uk_workouts_title_guest",
				List.of("title", "guest"), List.of(), true, Deferral.NOT_DEFERRABLE));
	}

	@Test
	void sequencesHaveTheStepsOfTheirAllocation() {
		WantedModel model = Hibernate.model(Workout.class, User.class, Pooled.class, Elsewhere.class);

		assertThat(model.schema().sequences()).containsExactly(
				new Sequence(ObjectName.of("workouts_seq"), null,
						new SequenceOptions(null, 50L, null, null, null, null), null),
				new Sequence(new ObjectName("billing", "x"), null,
						new SequenceOptions(-5L, -1L, null, null, null, null), null));
	}

	@Test
	void theSchemaThatUnqualifiedNamesMeanIsLeftOut() {
		WantedModel model = Hibernate.model(Map.of("hibernate.default_schema", "Billing"), "billing", Pooled.class,
				Elsewhere.class);

		assertThat(model.schema().tables()).extracting((table) -> table.name().toString())
			.containsExactly("pooled", "public.elsewhere");
		assertThat(model.schema().sequences()).extracting((sequence) -> sequence.name().toString())
			.containsExactly("x");
		assertThat(table(model, "pooled").constraints()).contains(new ForeignKey("pooled_elsewhere_id_fkey",
				List.of("elsewhere_id"), new ObjectName("public", "elsewhere"), List.of("id"),
				ReferentialAction.NO_ACTION, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE));
	}

	@Test
	void whatASchemaCannotSayIsNamed() {
		WantedModel model = Hibernate.model(Summary.class, Special.class);

		assertThat(model.schema().tables()).extracting((table) -> table.name().toString()).containsExactly("special");
		assertThat(model.leftOut()).containsExactlyInAnyOrder("view summary",
				"options of the table special: with (fillfactor = 70)",
				"options of the column special.name: storage plain");
	}

	@Test
	void whatHibernateOnlyHasSqlForIsNamedEachByItself() {
		WantedModel model = Hibernate.model(WithSql.class);

		assertThat(model.leftOut()).containsExactlyInAnyOrder(
				"auxiliary object: create function f() returns int language sql as 'select 1'",
				"auxiliary object: create table other (id bigint check (id > 0))",
				"auxiliary object: create sequence s owned by other.id",
				"first row of the table counter: insert into counter ( next_val ) values ( 1 )");
		assertThat(model.schema().sequences()).isEmpty();
		assertThat(model.schema().tables()).extracting((table) -> table.name().toString())
			.containsExactly("counter", "with_sql");
	}

	/**
	 * Hibernate's own condition would be a syntax error. Whether it says the length of a
	 * type depends on its version.
	 */
	@Test
	void ofAnEmbeddableInJsonWithinAnotherBothHaveTheirChecks() {
		assertThat(table(Hibernate.model(Shelf.class), "shelf").constraints()).filteredOn(Check.class::isInstance)
			.map(Check.class::cast)
			.singleElement()
			.satisfies((check) -> {
				assertThat(check.name()).isEqualTo("shelf_box_check");
				assertThat(check.condition().replace("varchar(255)", "varchar")).isEqualTo(
						"box is null or (cast(box->>'label' as varchar(5)) is not null and (box->'lid' is null or "
								+ "((cast(box->'lid'->>'status' as varchar) is null or cast(box->'lid'->>'status' as varchar) "
								+ "in ('PLANNED','DONE','CANCELLED')))))");
			});
	}

	@Test
	void aReferenceThatIsWrittenToATableThatTheModelHasNotIsNamed() {
		WantedModel model = Hibernate.model(Referring.class);

		assertThat(table(model, "referring").constraints()).filteredOn(ForeignKey.class::isInstance)
			.containsExactly(
					new ForeignKey("fk_first", List.of("first_id"), new ObjectName("old", "People"), List.of("nr"),
							ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE),
					new ForeignKey("fk_fourth", List.of("fourth_id"), ObjectName.of("referring"), List.of("id"),
							ReferentialAction.SET_NULL, List.of("fourth_id"), ReferentialAction.NO_ACTION, false,
							Deferral.DEFERRABLE));
		assertThat(model.leftOut()).containsExactlyInAnyOrder(
				"foreign key on referring: foreign key (second_id) references people on delete cascade",
				"foreign key on referring: references people (nr)");
	}

	@Test
	void nothingIsSaidOfNullsInAComputedColumn() {
		Column half = table(Hibernate.model(Special.class), "special").columns().get(1);

		assertThat(half.name()).isEqualTo("half");
		assertThat(half.nullable()).isTrue();
		assertThat(half.generated()).extracting(Generated::expression).isEqualTo("id / 2");
	}

	@Test
	void aNameThatIsTooLongIsCutOffAsTheServerDoes() {
		WantedModel model = Hibernate.model(TooLong.class);

		Table table = model.schema().tables().get(0);
		assertThat(table.name().name()).isEqualTo("t".repeat(63));
		assertThat(table.columns()).extracting(Column::name).contains("c".repeat(63));
		assertThat(table.constraints()).extracting("name")
			.containsExactlyInAnyOrder("t".repeat(58) + "_pkey", "t".repeat(29) + "_" + "c".repeat(29) + "_key");
	}

	@Test
	void theDialectOfAnotherDatabaseIsRefused() {
		assertThatExceptionOfType(UnreadableModelException.class)
			.isThrownBy(() -> Hibernate.model(Map.of("hibernate.dialect", "org.hibernate.dialect.H2Dialect"), "public",
					User.class))
			.withMessageContaining("H2Dialect");
	}

	private static Table table(WantedModel model, String name) {
		return model.schema().table(ObjectName.of(name)).orElseThrow();
	}

	@Entity
	@jakarta.persistence.Table(name = "Users")
	static class User {

		@Id
		@GeneratedValue(strategy = GenerationType.IDENTITY)
		long id;

		@jakarta.persistence.Column(length = 100, nullable = false)
		String displayName;

		@jakarta.persistence.Column(unique = true)
		String email;

		@jakarta.persistence.Column(columnDefinition = "varchar(20) default 'new' not null")
		String state;

	}

	enum Size {

		SMALL("s"), MEDIUM("m"), LARGE("l"), HUGE("XL");

		@EnumeratedValue
		final String code;

		Size(String code) {
			this.code = code;
		}

	}

	enum Cut {

		WIDE("wide"), SLIM("slim");

		@EnumeratedValue
		final String code;

		Cut(String code) {
			this.code = code;
		}

	}

	enum Fit {

		TIGHT("tight"), LOOSE("loose");

		@EnumeratedValue
		final String code;

		Fit(String code) {
			this.code = code;
		}

	}

	@Entity
	static class Shirt {

		@Id
		long id;

		@jakarta.persistence.Column(columnDefinition = "shirt_size")
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Enumerated(jakarta.persistence.EnumType.STRING)
		Size size;

		@jakarta.persistence.Column(columnDefinition = "shop.cut")
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Enumerated(jakarta.persistence.EnumType.STRING)
		Cut cut;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@Enumerated(jakarta.persistence.EnumType.STRING)
		Fit fit;

	}

	enum WorkoutStatus {

		PLANNED, DONE, CANCELLED

	}

	@Entity
	@jakarta.persistence.Table(name = "workouts", indexes = { @jakarta.persistence.Index(columnList = "owner_id"),
			@jakarta.persistence.Index(name = "\"Ix Title\"", columnList = "title desc",
					options = "include (status) where title <> ''"),
			@jakarta.persistence.Index(name = "ux_workouts_lower", columnList = "(lower(title))", unique = true) },
			uniqueConstraints = @UniqueConstraint(name = "uk_workouts_title_guest", columnNames = { "title", "guest" },
					options = "nulls not distinct"))
	static class Workout {

		@Id
		@GeneratedValue(strategy = GenerationType.SEQUENCE)
		long id;

		@ManyToOne
		@OnDelete(action = OnDeleteAction.CASCADE)
		User owner;

		@ManyToOne
		@JoinColumn(name = "guest", referencedColumnName = "email",
				foreignKey = @jakarta.persistence.ForeignKey(name = "fk_workouts_guest",
						options = "on update cascade deferrable initially deferred"))
		User guest;

		@jakarta.persistence.Column(nullable = false, columnDefinition = "workout_status")
		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		@ColumnDefault("'PLANNED'")
		WorkoutStatus status;

		String title;

	}

	@Entity
	@jakarta.persistence.Table(name = "pooled")
	static class Pooled {

		@Id
		@GeneratedValue(generator = "x")
		@jakarta.persistence.SequenceGenerator(name = "x", schema = "billing", initialValue = -5, allocationSize = -1)
		long id;

		@ManyToOne
		Elsewhere elsewhere;

	}

	@Entity
	@jakarta.persistence.Table(name = "elsewhere", schema = "public")
	static class Elsewhere {

		@Id
		long id;

	}

	@Entity
	@jakarta.persistence.Table(name = "summary")
	@View(query = "select 1 as id")
	static class Summary {

		@Id
		long id;

	}

	@Entity
	@jakarta.persistence.Table(name = "special", options = "with (fillfactor = 70)")
	static class Special {

		@Id
		long id;

		@GeneratedColumn("id / 2")
		long half;

		@jakarta.persistence.Column(options = "storage plain")
		String name;

	}

	@Embeddable
	static class Lid {

		@Enumerated(jakarta.persistence.EnumType.STRING)
		WorkoutStatus status;

	}

	@Embeddable
	static class Box {

		@jakarta.persistence.Column(nullable = false, length = 5)
		String label;

		@JdbcTypeCode(SqlTypes.JSON)
		Lid lid;

	}

	@Entity
	@jakarta.persistence.Table(name = "shelf")
	static class Shelf {

		@Id
		long id;

		@JdbcTypeCode(SqlTypes.JSON)
		Box box;

	}

	@Entity
	@jakarta.persistence.Table(name = "referring")
	static class Referring {

		@Id
		long id;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_first",
				foreignKeyDefinition = "foreign key (first_id) references old.\"People\" (nr) on delete cascade"))
		Referring first;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_second",
				foreignKeyDefinition = "foreign key (second_id) references people on delete cascade"))
		Referring second;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_third",
				foreignKeyDefinition = "references people (nr)"))
		Referring third;

		@ManyToOne
		@JoinColumn(foreignKey = @jakarta.persistence.ForeignKey(name = "fk_fourth",
				foreignKeyDefinition = "foreign key (fourth_id) references referring on delete set null (FOURTH_ID)",
				options = "deferrable"))
		Referring fourth;

	}

	@IdGeneratorType(SqlGenerator.class)
	@Retention(RetentionPolicy.RUNTIME)
	@interface SqlNumbers {

	}

	public static class SqlGenerator extends SequenceStyleGenerator {

		@Override
		public void configure(GeneratorCreationContext context, Properties parameters) {
			parameters.put(FORCE_TBL_PARAM, "true");
			parameters.put(SEQUENCE_PARAM, "counter");
			super.configure(context, parameters);
		}

		@Override
		public void registerExportables(Database database) {
			super.registerExportables(database);
			database.addAuxiliaryDatabaseObject(new SimpleAuxiliaryDatabaseObject(Set.of(), null, null,
					new String[] { "create function f() returns int language sql as 'select 1'",
							"create table other (id bigint check (id > 0))", "create sequence s owned by other.id" },
					new String[0]));
		}

	}

	@Entity
	@jakarta.persistence.Table(name = "with_sql")
	static class WithSql {

		@Id
		@SqlNumbers
		long id;

	}

	@Entity
	@jakarta.persistence.Table(name = "tttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt")
	static class TooLong {

		@Id
		long id;

		@jakarta.persistence.Column(unique = true,
				name = "cccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccccc")
		String c;

	}

}
