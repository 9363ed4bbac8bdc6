package dev.migrator.script.writing;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How new scripts look and what they are called.
 *
 * @param fileTemplate the path of a SQL script in its location, without {@code .sql}, of
 * {@code {rev} {slug} {epoch} {year} {month} {day} {hour} {minute} {second}}
 * @param timezone the time zone of dates in file names and scripts
 * @param slugLength how many characters of the message a file name has, at most
 * @param sqlTemplate where the template of SQL scripts is, or {@code null} for the
 * built-in one
 * @param javaTemplate where the template of Java revisions is, or {@code null} for the
 * built-in one
 * @param hooks commands to run after a script was written
 * @param javaPackage the package of new Java revisions, or {@code null} for that of the
 * newest
 * @param firstPackage the package of the first Java revision, if nothing else says it
 * @param packages where Java revisions are looked for, with all packages inside, or
 * nothing if that is not known
 */
public record WritingSettings(String fileTemplate, ZoneId timezone, int slugLength, @Nullable String sqlTemplate,
		@Nullable String javaTemplate, List<String> hooks, @Nullable String javaPackage, @Nullable String firstPackage,
		List<String> packages) {

	/**
	 * The defaults of the configuration properties.
	 */
	public static final WritingSettings DEFAULTS = new WritingSettings("{year}{month}{day}_{hour}{minute}_{rev}_{slug}",
			ZoneOffset.UTC, 40, null, null, List.of(), null, null, List.of());

	public WritingSettings {
		hooks = List.copyOf(hooks);
		packages = List.copyOf(packages);
	}

}
