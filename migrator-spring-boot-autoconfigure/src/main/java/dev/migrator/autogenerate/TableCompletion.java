package dev.migrator.autogenerate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.migrator.dialect.TypeConversion;
import dev.migrator.schema.BuiltInType;
import dev.migrator.schema.Column;
import dev.migrator.schema.Constraint;
import dev.migrator.schema.DataType;
import dev.migrator.schema.Deferral;
import dev.migrator.schema.Expression;
import dev.migrator.schema.ForeignKey;
import dev.migrator.schema.Generated;
import dev.migrator.schema.Identity;
import dev.migrator.schema.Index;
import dev.migrator.schema.IndexKey;
import dev.migrator.schema.PrimaryKey;
import dev.migrator.schema.ReferentialAction;
import dev.migrator.schema.SequenceOptions;
import dev.migrator.schema.SqlExpression;
import dev.migrator.schema.Table;
import dev.migrator.schema.Unique;
import org.jspecify.annotations.Nullable;

/**
 * Completes a table of a model that does not say everything with what the database has.
 */
final class TableCompletion {

	private static final Identity ANY_IDENTITY = new Identity(false, SequenceOptions.DEFAULT);

	private static final Identity ALWAYS_IDENTITY = new Identity(true, SequenceOptions.DEFAULT);

	private final Table real;

	private final Table wanted;

	private final ComparisonSettings settings;

	TableCompletion(Table real, Table wanted, ComparisonSettings settings) {
		this.real = real;
		this.wanted = wanted;
		this.settings = settings;
	}

	Table table() {
		Map<String, Column> columns = new HashMap<>();
		this.real.columns().forEach((column) -> columns.put(column.name(), column));
		List<Column> completed = this.wanted.columns().stream().map((column) -> {
			Column there = columns.get(column.name());
			return (there != null) ? column(there, column) : column;
		}).toList();
		List<Constraint> constraints = new ArrayList<>();
		List<Index> indexes = new ArrayList<>();
		this.wanted.constraints().forEach((constraint) -> add(constraint, constraints, indexes));
		this.wanted.indexes().forEach((index) -> add(index, constraints, indexes));
		return new Table(this.wanted.name(), completed, constraints, indexes, this.wanted.unlogged(),
				this.wanted.partitionBy(), comment(this.real.comment(), this.wanted.comment()));
	}

	private @Nullable String comment(@Nullable String there, @Nullable String said) {
		return (said != null || this.settings.removes(Removal.COMMENTS)) ? said : there;
	}

	private Column column(Column there, Column said) {
		boolean sameType = new TypeConversion(there.type(), said.type()).isOfModifiers();
		String comment = comment(there.comment(), said.comment());
		if (said.generated() != null || (there.generated() != null && said.defaultValue() == null)) {
			return new Column(said.name(), said.type(), there.generated() != null ? there.nullable() : said.nullable(),
					null, null, generated(there.generated(), said.generated()), said.collation(), comment);
		}
		Expression defaultValue = said.defaultValue();
		Identity identity = said.identity();
		boolean numbered = identity != null && there.defaultValue() instanceof SqlExpression sql
				&& sql.sql().startsWith("nextval(");
		boolean open = defaultValue == null && identity == null && !this.settings.removes(Removal.DEFAULTS);
		if (numbered || (open && staysValid(there, said))) {
			defaultValue = there.defaultValue();
			identity = null;
		}
		if ((open && countsUp(said.type())) || (ANY_IDENTITY.equals(identity) && there.identity() != null)) {
			identity = there.identity();
		}
		else if (ALWAYS_IDENTITY.equals(identity) && there.identity() != null) {
			identity = new Identity(true, there.identity().options());
		}
		return new Column(said.name(), said.type(), said.nullable(), defaultValue, identity, null,
				(said.collation() == null && sameType) ? there.collation() : said.collation(), comment);
	}

	private static boolean countsUp(DataType type) {
		return type instanceof BuiltInType builtIn && builtIn.type().countsUp();
	}

	/**
	 * Whether a default fits the type that its column is to have.
	 */
	private static boolean staysValid(Column there, Column said) {
		return new TypeConversion(there.type(), said.type()).using(said.name()) == null;
	}

	/**
	 * Which of the two kinds a generated column is, the model does not say.
	 */
	private static @Nullable Generated generated(@Nullable Generated there, @Nullable Generated said) {
		if (said == null || there == null) {
			return (said != null) ? said : there;
		}
		return new Generated(said.expression(), there.stored());
	}

	private void add(Constraint said, List<Constraint> constraints, List<Index> indexes) {
		Index index = (said instanceof Unique unique) ? uniqueIndex(unique) : null;
		if (index != null) {
			indexes.add(index);
		}
		else {
			constraints.add(constraint(said));
		}
	}

	private void add(Index said, List<Constraint> constraints, List<Index> indexes) {
		boolean known = this.real.indexes().stream().anyMatch((there) -> there.name().equals(said.name()));
		Unique constraint = known ? null : uniqueConstraint(said);
		if (constraint == null) {
			indexes.add(index(said));
		}
		else if (!constraints.contains(constraint)) {
			constraints.add(constraint);
		}
	}

	private Constraint constraint(Constraint said) {
		Constraint there = this.real.constraints()
			.stream()
			.filter((constraint) -> samePlace(constraint, said) || isWiderKey(constraint, said))
			.findFirst()
			.orElse(null);
		if (said instanceof PrimaryKey key && there instanceof PrimaryKey known) {
			return new PrimaryKey(key.name(), known.columns(), known.include(), known.deferral());
		}
		if (said instanceof Unique unique && there instanceof Unique known) {
			return new Unique(unique.name(), known.columns(),
					unique.include().isEmpty() ? known.include() : unique.include(),
					unique.nullsNotDistinct() || known.nullsNotDistinct(), either(unique.deferral(), known.deferral()));
		}
		if (said instanceof ForeignKey key && there instanceof ForeignKey known) {
			return new ForeignKey(key.name(), key.columns(), key.table(), key.referenced(), key.onDelete(),
					(key.onUpdate() != ReferentialAction.NO_ACTION) ? key.onUpdate() : known.onUpdate(),
					key.matchFull() || known.matchFull(), either(key.deferral(), known.deferral()));
		}
		return said;
	}

	/**
	 * The key of a partitioned table has the columns that it is partitioned by too.
	 */
	private boolean isWiderKey(Constraint there, Constraint said) {
		return this.real.partitionBy() != null && there instanceof PrimaryKey one && said instanceof PrimaryKey other
				&& one.columns().containsAll(other.columns());
	}

	private static Deferral either(Deferral said, Deferral there) {
		return (said != Deferral.NOT_DEFERRABLE) ? said : there;
	}

	/**
	 * Whether two constraints are over the same columns, whatever their order, so that
	 * one is what the other is to be.
	 */
	private static boolean samePlace(Constraint there, Constraint said) {
		if (there instanceof PrimaryKey one && said instanceof PrimaryKey other) {
			return sameColumns(one.columns(), other.columns());
		}
		if (there instanceof Unique one && said instanceof Unique other) {
			return sameColumns(one.columns(), other.columns());
		}
		return said instanceof ForeignKey && there.place().equals(said.place());
	}

	private static boolean sameColumns(List<String> some, List<String> others) {
		return some.size() == others.size() && new HashSet<>(some).containsAll(others);
	}

	/**
	 * The index that does what a unique constraint of the model would, where there is no
	 * such constraint.
	 */
	private @Nullable Index uniqueIndex(Unique said) {
		if (this.real.constraints().stream().anyMatch((there) -> samePlace(there, said))) {
			return null;
		}
		return this.real.indexes()
			.stream()
			.filter((there) -> there.unique() && there.where() == null && there.keys().size() == said.columns().size()
					&& sameColumns(columns(there), said.columns()))
			.findFirst()
			.orElse(null);
	}

	private static List<String> columns(Index index) {
		return index.keys()
			.stream()
			.map(IndexKey::column)
			.filter(Objects::nonNull)
			.map(Objects::requireNonNull)
			.toList();
	}

	/**
	 * The constraint that does what a unique index of the model would.
	 */
	private @Nullable Unique uniqueConstraint(Index said) {
		if (!said.unique() || said.where() != null || columns(said).size() != said.keys().size()) {
			return null;
		}
		return this.real.constraints()
			.stream()
			.flatMap((there) -> (there instanceof Unique unique) ? Stream.of(unique) : Stream.empty())
			.filter((there) -> sameColumns(there.columns(), columns(said)))
			.findFirst()
			.orElse(null);
	}

	/**
	 * How an index is built, the model cannot say. Another one over the same columns is
	 * not the one that somebody gave a name.
	 */
	private Index index(Index said) {
		Index there = this.real.indexes()
			.stream()
			.filter((index) -> index.name().equals(said.name())
					|| this.settings.isInvented(this.wanted.name(), said.name()))
			.filter((index) -> index.keys().size() == said.keys().size() && columns(index).equals(columns(said)))
			.min(Comparator.comparing((index) -> !index.name().equals(said.name())))
			.orElse(null);
		if (there == null) {
			return said;
		}
		Map<String, IndexKey> keys = new HashMap<>();
		there.keys().stream().filter((key) -> key.column() != null).forEach((key) -> keys.put(key.column(), key));
		return new Index(said.name(), said.table(),
				said.keys().stream().map((key) -> key(key, keys.get(key.column()))).toList(), said.unique(),
				said.nullsNotDistinct() || (said.unique() && there.nullsNotDistinct()),
				(said.method() != null) ? said.method() : there.method(),
				said.include().isEmpty() ? there.include() : said.include(), said.where(), there.with(),
				there.tablespace());
	}

	private static IndexKey key(IndexKey said, @Nullable IndexKey there) {
		return (there == null) ? said
				: new IndexKey(said.column(), said.expression(),
						(said.collation() != null) ? said.collation() : there.collation(),
						(said.operatorClass() != null) ? said.operatorClass() : there.operatorClass(), said.order(),
						said.nulls());
	}

}
