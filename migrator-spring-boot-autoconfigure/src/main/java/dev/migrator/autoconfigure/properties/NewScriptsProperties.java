package dev.migrator.autoconfigure.properties;

import java.time.ZoneId;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Configuration properties of the scripts of new revisions.
 */
public class NewScriptsProperties {

	/**
	 * Folder with the sources of the application; the one in which the application was
	 * built if not set.
	 */
	private @Nullable String projectDirectory;

	/**
	 * Path of a new SQL script in its location, without ".sql", built from {rev}, {slug},
	 * {epoch}, {year}, {month}, {day}, {hour}, {minute} and {second}.
	 */
	private String fileTemplate = "{year}{month}{day}_{hour}{minute}_{rev}_{slug}";

	/**
	 * Time zone of the dates in new scripts and their names.
	 */
	private ZoneId zone = ZoneId.of("UTC");

	/**
	 * Largest number of characters of the message in the name of a new script.
	 */
	private int slugLength = 40;

	/**
	 * Template of new SQL scripts: a path in the project, "classpath:" or "file:"; the
	 * built-in one if not set.
	 */
	private @Nullable String sqlTemplate;

	/**
	 * Template of new Java revisions: a path in the project, "classpath:" or "file:"; the
	 * built-in one if not set.
	 */
	private @Nullable String javaTemplate;

	/**
	 * Package of new Java revisions; if not set, the package of the newest Java revision,
	 * or "revisions" in the application's package.
	 */
	private @Nullable String javaPackage;

	/**
	 * Commands to run after a new script was written; {file} is replaced by its path.
	 */
	private List<String> hooks = List.of();

	public @Nullable String getProjectDirectory() {
		return this.projectDirectory;
	}

	public void setProjectDirectory(@Nullable String projectDirectory) {
		this.projectDirectory = projectDirectory;
	}

	public String getFileTemplate() {
		return this.fileTemplate;
	}

	public void setFileTemplate(String fileTemplate) {
		this.fileTemplate = fileTemplate;
	}

	public ZoneId getZone() {
		return this.zone;
	}

	public void setZone(ZoneId zone) {
		this.zone = zone;
	}

	public int getSlugLength() {
		return this.slugLength;
	}

	public void setSlugLength(int slugLength) {
		this.slugLength = slugLength;
	}

	public @Nullable String getSqlTemplate() {
		return this.sqlTemplate;
	}

	public void setSqlTemplate(@Nullable String sqlTemplate) {
		this.sqlTemplate = sqlTemplate;
	}

	public @Nullable String getJavaTemplate() {
		return this.javaTemplate;
	}

	public void setJavaTemplate(@Nullable String javaTemplate) {
		this.javaTemplate = javaTemplate;
	}

	public @Nullable String getJavaPackage() {
		return this.javaPackage;
	}

	public void setJavaPackage(@Nullable String javaPackage) {
		this.javaPackage = javaPackage;
	}

	public List<String> getHooks() {
		return this.hooks;
	}

	public void setHooks(List<String> hooks) {
		this.hooks = hooks;
	}

}
