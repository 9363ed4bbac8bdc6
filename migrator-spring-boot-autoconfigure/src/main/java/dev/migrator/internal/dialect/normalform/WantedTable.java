package dev.migrator.internal.dialect.normalform;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.migrator.internal.dialect.catalog.CatalogTable;
import dev.migrator.internal.dialect.lexer.NameSql;
import dev.migrator.internal.dialect.lexer.SqlText;
import dev.migrator.schema.ColumnName;
import dev.migrator.schema.Expression;
import dev.migrator.schema.Expression.SqlExpression;
import dev.migrator.schema.Generated;
import dev.migrator.schema.element.Column;
import dev.migrator.schema.element.Constraint;
import dev.migrator.schema.element.Index;
import dev.migrator.schema.element.Renaming;
import dev.migrator.schema.element.Sequence;
import dev.migrator.schema.element.Table;
import org.jspecify.annotations.Nullable;

/**
 * Converts the temporary table that was read back into the wanted table, with the wanted
 * names, in PostgreSQL's form.
 */
final class WantedTable {

	private final Table wanted;

	/**
	 * The wanted names of constraints and indexes, by the names of the temporary ones.
	 */
	private final Map<String, String> names;

	private final ScratchObjects objects;

	private final Table read;

	private final List<Sequence> serials;

	private final Map<String, String> serialDefaults = new HashMap<>();

	WantedTable(Table wanted, Map<String, String> names, ScratchObjects objects, Table read, List<Sequence> sequences) {
		this.wanted = wanted;
		this.names = names;
		this.objects = objects;
		this.read = read;
		this.serials = sequences.stream().filter(this::isOwned).map(this::wanted).toList();
		this.serials.forEach((sequence) -> this.serialDefaults.put(nextval(NameSql.of(sequence.name().name())),
				nextval(objects.printed(sequence.name()))));
	}

	private boolean isOwned(Sequence sequence) {
		ColumnName owner = sequence.ownedBy();
		return owner != null && owner.table().equals(this.read.name());
	}

	private Sequence wanted(Sequence sequence) {
		ColumnName owner = sequence.ownedBy();
		return new Sequence(this.wanted.name().sibling(sequence.name().name()), sequence.type(), sequence.options(),
				(owner != null) ? new ColumnName(this.wanted.name(), owner.column()) : null);
	}

	private static String nextval(String sequence) {
		return "nextval(" + SqlText.literal(sequence) + "::regclass)";
	}

	/**
	 * Returns the sequences of its serial columns.
	 */
	List<Sequence> serials() {
		return this.serials;
	}

	Table table() {
		List<Column> columns = IntStream.range(0, this.read.columns().size())
			.mapToObj((i) -> column(this.read.columns().get(i), this.wanted.columns().get(i).comment()))
			.toList();
		String partitionBy = this.read.partitionBy();
		return new Table(this.wanted.name(), columns, constraints(), indexes(), this.wanted.unlogged(),
				(partitionBy != null) ? expression(partitionBy) : null, this.wanted.comment());
	}

	private Column column(Column column, @Nullable String comment) {
		Generated generated = column.generated();
		Expression defaultValue = column.defaultValue();
		return new Column(column.name(), this.objects.wanted(column.type()), column.nullable(),
				(defaultValue instanceof SqlExpression sql) ? new SqlExpression(defaultValue(sql.sql())) : null,
				column.identity(),
				(generated != null) ? new Generated(expression(generated.expression()), generated.stored()) : null,
				column.collation(), comment);
	}

	private String defaultValue(String sql) {
		String serial = this.serialDefaults.get(sql);
		return (serial != null) ? serial : expression(sql);
	}

	private String expression(String sql) {
		return this.objects.wanted(sql);
	}

	private List<Constraint> constraints() {
		Stream<Constraint> own = this.read.constraints()
			.stream()
			.map((constraint) -> constraint.named(name(constraint.name()))
				.renamed(this.wanted.name(), Renaming.spelling(this::expression)));
		return Stream.concat(own, this.wanted.constraints().stream().filter(Constraint::isReference))
			.sorted(CatalogTable.CONSTRAINTS)
			.toList();
	}

	private List<Index> indexes() {
		Map<String, String> tablespaces = new HashMap<>();
		this.wanted.indexes().forEach((index) -> tablespaces.put(index.name(), index.tablespace()));
		return this.read.indexes()
			.stream()
			.map((index) -> index.renamed(Renaming.spelling(this::expression))
				.named(name(index.name()))
				.on(this.wanted.name())
				.in(tablespaces.get(name(index.name()))))
			.sorted(CatalogTable.INDEXES)
			.toList();
	}

	private String name(String scratch) {
		return this.names.getOrDefault(scratch, scratch);
	}

}
