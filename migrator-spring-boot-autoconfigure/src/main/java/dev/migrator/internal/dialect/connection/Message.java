package dev.migrator.internal.dialect.connection;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

import dev.migrator.internal.dialect.error.SqlFailure;
import org.jspecify.annotations.Nullable;
import org.postgresql.core.BaseConnection;
import org.postgresql.core.Field;
import org.postgresql.core.NativeQuery;
import org.postgresql.core.Query;
import org.postgresql.core.QueryExecutor;
import org.postgresql.core.ResultCursor;
import org.postgresql.core.ResultHandlerBase;
import org.postgresql.core.SqlCommand;
import org.postgresql.core.Tuple;

/**
 * Sends one simple-query message. The driver neither splits nor parses the text, whatever
 * its {@code preferQueryMode}. Counts statements as the server completes them, because a
 * runtime error has no position and JDBC drops the results before it. Does not use
 * {@code Statement.execute}, whose time is quadratic in the number of statements (30 MB:
 * 72 s against 1.6 s).
 */
final class Message extends ResultHandlerBase {

	/** Stands for a row that has been read. */
	private static final Tuple READ = new Tuple(0);

	private static final int FLAGS = QueryExecutor.QUERY_EXECUTE_AS_SIMPLE | QueryExecutor.QUERY_SUPPRESS_BEGIN
			| QueryExecutor.QUERY_ONESHOT;

	private final Notices notices;

	private final PendingMessage pending;

	/**
	 * Receives the rows of each completed statement: an empty list if the statement
	 * returns none.
	 */
	private final Consumer<List<Row>> rows;

	private int completed;

	private Message(Notices notices, PendingMessage pending, Consumer<List<Row>> rows) {
		this.notices = notices;
		this.pending = pending;
		this.rows = rows;
	}

	/**
	 * Sends a message whose results are not needed: the driver does not keep them.
	 */
	static int send(BaseConnection connection, String text, Consumer<String> notices, PendingMessage pending) {
		Message message = new Message(new Notices(text, notices), pending, (rows) -> {
		});
		message.execute(connection, text, FLAGS | QueryExecutor.QUERY_NO_RESULTS);
		return message.completed;
	}

	/**
	 * Sends a message and keeps all rows that it returns, statement by statement.
	 */
	static List<List<Row>> query(BaseConnection connection, String text, Consumer<String> notices,
			PendingMessage pending) {
		List<List<Row>> rows = new ArrayList<>();
		new Message(new Notices(text, notices), pending, rows::add).execute(connection, text, FLAGS);
		return rows;
	}

	private void execute(BaseConnection connection, String text, int flags) {
		QueryExecutor executor = connection.getQueryExecutor();
		try {
			Query query = executor.wrap(List.of(new NativeQuery(text, SqlCommand.BLANK)));
			executor.execute(query, null, this, 0, 0, flags);
		}
		catch (SQLException ex) {
			throw new SqlFailure(ex, this.completed);
		}
	}

	@Override
	public void handleResultRows(Query query, Field[] fields, List<Tuple> tuples, @Nullable ResultCursor cursor) {
		this.pending.moved();
		this.completed++;
		List<Row> ofStatement = new ArrayList<>(tuples.size());
		Tuple above = null;
		for (int i = 0; i < tuples.size(); i++) {
			Tuple tuple = tuples.get(i);
			ofStatement.add(row(tuple, above, (i > 0) ? ofStatement.get(i - 1) : null));
			above = tuple;
			// Tens of thousands of rows are not held twice.
			tuples.set(i, READ);
		}
		this.rows.accept(ofStatement);
	}

	/**
	 * Reads a row. A value that the row above has too is held once: most columns of a
	 * history have few values.
	 */
	private static Row row(Tuple tuple, @Nullable Tuple above, @Nullable Row rowAbove) {
		@Nullable String[] columns = new @Nullable String[tuple.fieldCount()];
		for (int i = 0; i < columns.length; i++) {
			byte[] value = tuple.get(i);
			if (value == null) {
				continue;
			}
			columns[i] = (above != null && rowAbove != null && Arrays.equals(value, above.get(i))) ? rowAbove.text(i)
					: new String(value, StandardCharsets.UTF_8);
		}
		return new Row(Arrays.asList(columns));
	}

	@Override
	public void handleCommandStatus(String status, long updateCount, long insertOid) {
		this.pending.moved();
		this.completed++;
		this.rows.accept(List.of());
	}

	@Override
	public void handleWarning(SQLWarning warning) {
		this.pending.moved();
		this.notices.accept(warning, this.completed);
	}

}
