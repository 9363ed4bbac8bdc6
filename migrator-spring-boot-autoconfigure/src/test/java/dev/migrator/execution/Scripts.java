package dev.migrator.execution;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

import dev.migrator.internal.script.RevisionScripts;
import dev.migrator.internal.script.Script;
import dev.migrator.internal.script.ScriptBody;
import dev.migrator.internal.script.SqlScriptReader;
import dev.migrator.operation.Executable;
import dev.migrator.operation.ExecuteSql;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.DefaultResourceLoader;

/**
 * Scripts as tests of this package write them, without a file:
 * {@code script("b <- a", "select 1;")}. The SQL of one that follows another begins in
 * line 7, that of the first in line 6.
 */
public final class Scripts {

	private static final String DOWNGRADE = "\n-- migrator:downgrade\n";

	private Scripts() {
	}

	public static Script script(String line, String upgrade) {
		return read(line, "", upgrade);
	}

	public static Script script(String line, String upgrade, String downgrade) {
		return read(line, "", upgrade + DOWNGRADE + downgrade);
	}

	public static Script withoutTransaction(String line, String upgrade) {
		return read(line, "-- transaction: none\n", upgrade);
	}

	public static RevisionScripts scripts(Script... scripts) {
		return RevisionScripts.of(List.of(scripts), List.of(), List.of());
	}

	/**
	 * What a script does: an operation for each text.
	 */
	public static ScriptBody body(String... sql) {
		return new ScriptBody(Stream.of(sql).<Executable>map(ExecuteSql::of).toList(), 1);
	}

	private static Script read(String line, String header, String sections) {
		String[] sides = line.split(" <- ");
		String revises = (sides.length > 1) ? "-- revises: " + sides[1] + "\n" : "";
		String text = "-- make " + sides[0] + "\n--\n-- revision: " + sides[0] + "\n" + revises + header
				+ "\n-- migrator:upgrade\n" + sections;
		return new SqlScriptReader(new DefaultResourceLoader())
			.read(new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8)), sides[0] + ".sql");
	}

}
