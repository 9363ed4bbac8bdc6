package dev.migrator.internal.schema;

import java.util.List;
import java.util.Map;

import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.InvalidDefinitionException;
import dev.migrator.schema.ObjectName;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.element.Check;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Domain;
import dev.migrator.schema.element.EnumType;
import dev.migrator.schema.element.ForeignKey;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.IndexKey;
import dev.migrator.schema.element.PrimaryKey;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.junit.jupiter.api.Test;

import static dev.migrator.schema.Types.bigint;
import static dev.migrator.schema.Types.integer;
import static dev.migrator.schema.Types.named;
import static dev.migrator.schema.Types.text;
import static dev.migrator.schema.Types.timestamp;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * A schema at the grain of what one statement changes.
 */
class SchemaObjectsTests {

	private static final ObjectName SETS = ObjectName.of("gym.sets");

	private static final Table TABLE = new Table(SETS,
			List.of(new Column("id", bigint(), true, null, new Identity(true, SequenceOptions.DEFAULT), null, null,
					"the key"),
					new Column("kind", named("gym.kind"), false, new SqlExpression("'A'"), null, null, null, null),
					new Column("twice", bigint(), true, null, null, new Generated("id * 2", true), null, null),
					new Column("user_id", bigint(), true, null, null, null, null, null)),
			List.of(new PrimaryKey("pk", List.of("id"), List.of(), Deferral.NOT_DEFERRABLE),
					new Check("ck", "id > 0", false),
					new ForeignKey("fk", List.of("user_id"), ObjectName.of("users"), List.of("id"),
							ReferentialAction.CASCADE, ReferentialAction.NO_ACTION, false, Deferral.NOT_DEFERRABLE)),
			List.of(new Index("ix", SETS, List.of(IndexKey.column("kind")), false, false, null, List.of(), null,
					Map.of(), null)),
			true, null, "all sets");

	private final SchemaObjects objects = SchemaObjects.of(List.of(TABLE),
			List.of(new EnumType(ObjectName.of("gym.kind"), List.of("A", "B"))),
			List.of(new Sequence(ObjectName.of("s"), null, SequenceOptions.DEFAULT, new ColumnName(SETS, "id"))));

	private static final Renaming DOUBLED = new Renaming() {
		@Override
		public Expression defaultValue(Expression value) {
			return new SqlExpression("(" + ((SqlExpression) value).sql() + ") * 2");
		}
	};

	@Test
	void tableIsAViewOverItsObjects() {
		assertThat(this.objects.table(SETS)).contains(TABLE);
		assertThat(this.objects.table(ObjectName.of("sets"))).isEmpty();
	}

	@Test
	void schemaIsTheSameWhetherItWasMadeOfTablesOrOfTheirObjects() {
		SchemaObjects made = SchemaObjects.of(this.objects.all());

		assertThat(made).isEqualTo(this.objects);
		assertThat(made.tables()).isEqualTo(this.objects.tables()).containsExactly(TABLE);
		assertThat(made.enums()).isEqualTo(this.objects.enums());
		assertThat(made.sequences()).isEqualTo(this.objects.sequences());
		assertThat(made.isSame(ObjectId.table(SETS), this.objects)).isTrue();
		assertThat(made).isNotEqualTo(this.objects.only((root) -> root.kind() != ObjectId.Kind.SEQUENCE));
	}

	@Test
	void objectsTakeThePlaceOfThoseOfTheirIdentity() {
		EnumType other = new EnumType(ObjectName.of("gym.kind"), List.of("C"));

		SchemaObjects both = this.objects.with(SchemaObjects.of(List.of(), List.of(other), List.of()));

		assertThat(both.enums()).containsExactly(other);
		assertThat(both.roots()).containsExactlyElementsOf(this.objects.roots());
	}

	@Test
	void twoTablesOfOneNameAreRefused() {
		assertThatExceptionOfType(InvalidDefinitionException.class)
			.isThrownBy(() -> SchemaObjects.of(List.of(TABLE, TABLE), List.of(), List.of()))
			.withMessage("The table gym.sets exists twice.\n\nGive one of them another name.");
	}

	@Test
	void tableIsShownWithoutWhatIsNotTakenAlong() {
		Table shown = this.objects
			.table(SETS,
					(part) -> !(part instanceof CommentObject || part instanceof IndexObject
							|| part instanceof IdentityObject || part.id().name().equals("fk")))
			.orElseThrow();

		assertThat(shown.comment()).isNull();
		assertThat(shown.indexes()).isEmpty();
		assertThat(shown.constraints()).hasSize(2);
		assertThat(shown.columns()).hasSize(4);
		assertThat(shown.columns().get(0)).isEqualTo(new Column("id", bigint(), false, null, null, null, null, null));
		assertThat(shown.columns().get(1)).isEqualTo(TABLE.columns().get(1));
	}

	@Test
	void everythingThatAStatementChangesIsAnObjectOfItsOwn() {
		assertThat(this.objects.all()).extracting((object) -> object.id().toString())
			.containsExactly("type gym.kind", "sequence s", "table gym.sets", "column id of table gym.sets",
					"identity of column id of table gym.sets", "comment of column id of table gym.sets",
					"column kind of table gym.sets", "default of column kind of table gym.sets",
					"column twice of table gym.sets", "column user_id of table gym.sets",
					"constraint pk of table gym.sets", "constraint ck of table gym.sets",
					"constraint fk of table gym.sets", "index gym.ix", "comment of table gym.sets",
					"setting log of table gym.sets");
		assertThat(this.objects.family(ObjectId.table(SETS))).hasSize(14);
		assertThat(this.objects.partsOf(ObjectId.column(SETS, "id"))).hasSize(2);
	}

	@Test
	void objectNamesWhatItNeeds() {
		assertThat(this.objects.get(ObjectId.column(SETS, "kind")).needs())
			.containsExactly(ObjectId.type(ObjectName.of("gym.kind")));
		assertThat(this.objects.get(ObjectId.constraint(SETS, "fk")).needs())
			.containsExactly(ObjectId.column(SETS, "user_id"), ObjectId.column(ObjectName.of("users"), "id"));
		assertThat(this.objects.get(ObjectId.index(ObjectName.of("gym.ix"))).needs())
			.containsExactly(ObjectId.column(SETS, "kind"));
	}

	@Test
	void attributesSayWhatDiffers() {
		ColumnObject column = column(0, true, false);

		assertThat(column.differences(column)).isEmpty();
		assertThat(column.differences(column(5, true, false))).isEmpty();
		assertThat(column.differences(column(0, false, false))).containsExactly("nullable");
		assertThat(column(0, false, false).differences(column(0, true, true))).isEmpty();
		assertThat(new ColumnObject(column.id(), 0, timestamp(), true, false, null, null)
			.differences(new ColumnObject(column.id(), 0, timestamp(6), true, false, null, null))).isEmpty();
		assertThat(new ColumnObject(column.id(), 0, timestamp(), true, false, null, null)
			.differences(new ColumnObject(column.id(), 0, text(), true, false, null, ObjectName.of("C"))))
			.containsExactly("type", "collation");
	}

	@Test
	void domainIsOneObjectWithAllThatItHas() {
		Check late = new Check("z", "VALUE > 0", false);
		Check early = new Check("a", "VALUE < 9", false);
		Domain domain = new Domain(ObjectName.of("gym.load"), named("gym.kilos"), null, true, new SqlExpression("1"),
				List.of(late, early));
		DomainObject object = new DomainObject(domain);

		assertThat(object.id()).isEqualTo(ObjectId.type(ObjectName.of("gym.load")));
		assertThat(object.needs()).containsExactly(ObjectId.type(ObjectName.of("gym.kilos")));
		assertThat(object.renamed(DOUBLED).domain().defaultValue()).isEqualTo(new SqlExpression("(1) * 2"));
		assertThat(object.differences(new DomainObject(
				new Domain(domain.name(), domain.type(), null, true, domain.defaultValue(), List.of(early, late)))))
			.isEmpty();
		assertThat(object.differences(
				new DomainObject(new Domain(domain.name(), text(), ObjectName.of("C"), false, null, List.of(late)))))
			.containsExactly("type", "nullable", "default", "collation", "checks");
	}

	private static ColumnObject column(int position, boolean nullable, boolean inPrimaryKey) {
		return new ColumnObject(ObjectId.column(SETS, "id"), position, bigint(), nullable, inPrimaryKey, null, null);
	}

	@Test
	void numbersThatEndWithTheirTypeAreLeftToPostgreSql() {
		ColumnName id = new ColumnName(SETS, "id");
		Identity toTheEnd = new Identity(true,
				new SequenceOptions(1L, 1L, 1L, (long) Integer.MAX_VALUE, 1L, Boolean.FALSE));

		assertThat(new IdentityObject(id, toTheEnd, integer())
			.differences(new IdentityObject(id, new Identity(true, SequenceOptions.DEFAULT), bigint()))).isEmpty();
		assertThat(new IdentityObject(id, toTheEnd, bigint())
			.differences(new IdentityObject(id, new Identity(false, SequenceOptions.DEFAULT), bigint())))
			.containsExactly("always", "options");
	}

	@Test
	void whatIsRenamedIsRenamedInAllObjects() {
		ObjectName series = ObjectName.of("gym.series");
		Renaming renaming = new Renaming() {
			@Override
			public ObjectName table(ObjectName table) {
				return table.equals(SETS) ? series : table;
			}

			@Override
			public String column(ObjectName table, String column) {
				return column.equals("id") ? "key" : column;
			}
		};

		SchemaObjects renamed = this.objects.renamed(renaming);

		assertThat(renamed.table(SETS)).isEmpty();
		assertThat(renamed.table(series).orElseThrow().primaryKey().orElseThrow().keyColumns()).containsExactly("key");
		assertThat(renamed.table(series).orElseThrow().columns().get(0).comment()).isEqualTo("the key");
		assertThat(((SequenceObject) renamed.get(ObjectId.sequence(ObjectName.of("s")))).sequence().ownedBy())
			.isEqualTo(new ColumnName(series, "key"));
	}

}
