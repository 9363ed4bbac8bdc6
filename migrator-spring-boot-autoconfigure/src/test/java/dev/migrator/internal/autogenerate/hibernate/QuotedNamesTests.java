package dev.migrator.internal.autogenerate.hibernate;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.migrator.autogenerate.ProposedChanges;
import dev.migrator.autogenerate.WantedModel;
import dev.migrator.internal.autogenerate.revision.SqlRevisionBody;
import dev.migrator.testing.Postgres;
import dev.migrator.testing.Strength;
import dev.migrator.testing.TestDatabase;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import jakarta.persistence.TableGenerator;
import jakarta.persistence.UniqueConstraint;
import org.hibernate.annotations.GeneratedColumn;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever Hibernate puts into quotes, and whatever it does not, has the name that
 * Hibernate gives it.
 */
@Tag("server")
@Tag("strength")
class QuotedNamesTests {

	private static final String QUOTED = "hibernate.globally_quoted_identifiers";

	private static final String NOT_DEFINITIONS = "hibernate.globally_quoted_identifiers_skip_column_definitions";

	/** Whatever has a name that is not a hash. */
	private static final String NAMES = """
			select relkind::text || ' ' || relname from pg_class
			    where relnamespace = 'public'::regnamespace and relname !~ '^idx|_idx$'
			union all select 'column ' || attrelid::regclass || '.' || quote_ident(attname) || ' '
			    || format_type(atttypid, atttypmod)
			    from pg_attribute join pg_class on pg_class.oid = attrelid
			    where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
			union all select contype::text || ' ' || conrelid::regclass || ' ' || conname || ' '
			    || pg_get_constraintdef(oid)
			    from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'
			    and conname !~ '^FK[0-9a-y]+$|^fk[0-9a-y]{18,}$|_fkey$'
			union all select 'type ' || typname from pg_type
			    where typnamespace = 'public'::regnamespace and typtype = 'e'
			order by 1""";

	private final TestDatabase hibernates = Postgres.newDatabase();

	private final TestDatabase ours = Postgres.newDatabase();

	enum Setting {

		NONE(Map.of()), ALL(Map.of(QUOTED, "true")),
		ALL_BUT_DEFINITIONS(Map.of(QUOTED, "true", NOT_DEFINITIONS, "true"));

		private final Map<String, Object> settings;

		Setting(Map<String, Object> settings) {
			this.settings = settings;
		}

	}

	@ParameterizedTest
	@EnumSource
	void allNamesAreThoseOfHibernate(Setting setting) {
		Class<?>[] entities = { Item.class, Label.class };
		WantedModel wanted = Hibernate.model(setting.settings, "public", entities);
		Hibernate.createSorted(this.hibernates, setting.settings, entities);

		assertThat(detected(this.hibernates, wanted)).isEmpty();

		SqlRevisionBody body = SqlRevisionBody.of(ConvergenceTests.compare(this.ours, wanted).differences());
		ConvergenceTests.run(this.ours, body.upgrade());
		assertThat(this.ours.column(NAMES)).isEqualTo(this.hibernates.column(NAMES));
		assertThat(detected(this.ours, wanted)).isEmpty();
	}

	/**
	 * But for what Hibernate itself cannot create then: a name of an embeddable that has
	 * quotes within, and a constraint over a column in another case.
	 */
	@ParameterizedTest
	@MethodSource("someModels")
	void nothingIsFoundInWhatHibernateCreatedWithQuotes(Model model) {
		model.byHand().forEach(this.hibernates::execute);
		Hibernate.createSorted(this.hibernates, Setting.ALL_BUT_DEFINITIONS.settings, model.entities());

		assertThat(detected(this.hibernates,
				Hibernate.model(Setting.ALL_BUT_DEFINITIONS.settings, "public", model.entities())))
			.isEmpty();
	}

	static Stream<Model> someModels() {
		return Strength
			.some(Stream.of(Model.values()).filter((model) -> model != Model.EMBEDDING && model != Model.RULES));
	}

	private static List<String> detected(TestDatabase database, WantedModel wanted) {
		ProposedChanges differences = ConvergenceTests.compare(database, wanted).differences();
		return differences.detected();
	}

	enum Kind {

		NEW, OLD

	}

	@Entity
	@Table(name = "Item", indexes = { @Index(name = "Ix_Item", columnList = "title, kind"),
			@Index(columnList = "title"), @Index(name = "Ux_Item", columnList = "title, amount", unique = true),
			@Index(name = "Ux_Expression", columnList = "(lower(title))", unique = true),
			@Index(name = "`Ix_Tick`", columnList = "kind"), @Index(name = "\"Ix_Quote\"", columnList = "amount") },
			uniqueConstraints = { @UniqueConstraint(name = "Uk_Item", columnNames = { "title", "kind" }),
					@UniqueConstraint(name = "`Uk Tick`", columnNames = { "amount", "kind" }),
					@UniqueConstraint(columnNames = { "kind", "amount", "title" }) },
			check = @CheckConstraint(name = "Ck_Item", constraint = "amount > 0"))
	static class Item {

		@Id
		@GeneratedValue
		@SequenceGenerator(sequenceName = "Item_Numbers")
		long id;

		@Column(unique = true)
		String title;

		@Enumerated(EnumType.STRING)
		Kind kind;

		@JdbcTypeCode(SqlTypes.NAMED_ENUM)
		Kind other;

		int amount;

		@Column(name = "`Tick Column`", columnDefinition = "text")
		String tick;

		@ManyToOne
		@JoinColumn(name = "Owner_Id", foreignKey = @ForeignKey(name = "Fk_Owner"))
		Item owner;

		@ManyToOne
		@JoinColumn(foreignKey = @ForeignKey(name = "`Fk Tick`"))
		Item ticked;

		@ManyToOne
		Item parent;

		@ManyToMany
		@JoinTable(name = "Item_Labels", foreignKey = @ForeignKey(name = "Fk_It"),
				uniqueConstraints = @UniqueConstraint(name = "Uk_It", columnNames = "labels_id"))
		Set<Label> labels;

		@ElementCollection
		@CollectionTable(name = "`Texts Table`", indexes = @Index(name = "Ix_Texts", columnList = "texts"))
		Set<String> texts;

		@OneToMany
		@MapKeyColumn(name = "Key_Column")
		Map<String, Label> byKey;

		@GeneratedColumn("amount * 2")
		int twice;

		@Column(check = @CheckConstraint(name = "Ck_Column", constraint = "checked > 1"))
		int checked;

	}

	@Entity(name = "Label")
	static class Label {

		@Id
		@GeneratedValue(strategy = GenerationType.TABLE, generator = "numbers")
		@TableGenerator(name = "numbers", table = "Numbers_Table", pkColumnName = "What",
				valueColumnName = "Next_Value")
		long id;

		@Embedded
		Size size;

	}

	@Embeddable
	static class Size {

		@Column(name = "Big_X")
		int x;

	}

}
