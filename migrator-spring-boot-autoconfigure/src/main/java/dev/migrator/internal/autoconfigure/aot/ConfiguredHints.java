package dev.migrator.internal.autoconfigure.aot;

import java.util.ArrayList;
import java.util.List;

import dev.migrator.Migrator;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.internal.autoconfigure.revision.JavaRevisionBeans;
import dev.migrator.internal.autogenerate.acceptance.AcceptedFile;
import dev.migrator.internal.script.JavaRevisionScript;
import org.jspecify.annotations.Nullable;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotContribution;
import org.springframework.beans.factory.aot.BeanFactoryInitializationAotProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.util.ClassUtils;
import org.springframework.util.StringUtils;

/**
 * Keeps in a native image the scripts of the configured locations, the other files that
 * the properties name, and the classes of the Java revisions. A class that is none is
 * refused here: when the processed application runs, nothing tells any more that it was
 * meant as one.
 */
class ConfiguredHints implements BeanFactoryInitializationAotProcessor {

	@Override
	public @Nullable BeanFactoryInitializationAotContribution processAheadOfTime(
			ConfigurableListableBeanFactory beanFactory) {
		if (beanFactory.getBeanNamesForType(Migrator.class, true, false).length == 0) {
			return null;
		}
		MigratorProperties properties = properties(beanFactory);
		List<JavaRevisionScript> revisions = new JavaRevisionBeans(beanFactory).scripts();
		return (generation, code) -> register(generation.getRuntimeHints(), properties, revisions);
	}

	static MigratorProperties properties(ConfigurableListableBeanFactory beanFactory) {
		return Binder.get(beanFactory.getBean(Environment.class)).bindOrCreate("migrator", MigratorProperties.class);
	}

	private static void register(RuntimeHints hints, MigratorProperties properties,
			List<JavaRevisionScript> revisions) {
		List<String> folders = new ArrayList<>(properties.getLocations());
		folders.addAll(properties.getSeed().getLocations());
		for (String folder : folders) {
			String path = inClassPath(folder, true);
			if (path != null) {
				hints.resources().registerPattern(StringUtils.trimTrailingCharacter(path, '/') + "/**");
			}
		}
		String schemaFile = properties.getAutogenerate().getSchemaFile();
		String path = (schemaFile != null) ? inClassPath(schemaFile, false) : null;
		if (path != null) {
			hints.resources().registerPattern(path);
		}
		String accepted = inClassPath(
				AcceptedFile.withoutProject(properties.getAutogenerate().getAcceptedDifferences()), true);
		if (accepted != null) {
			hints.resources().registerPattern(accepted);
		}
		for (JavaRevisionScript revision : revisions) {
			hints.resources()
				.registerPattern(ClassUtils.convertClassNameToResourcePath(revision.location()) + ".class");
		}
	}

	/**
	 * Returns the path of a resource of the class path, or {@code null} if the setting
	 * names a file.
	 */
	static @Nullable String inClassPath(String setting, boolean withoutPrefix) {
		String text = setting.strip();
		int colon = text.indexOf(':');
		if ((colon < 0) ? !withoutPrefix : !text.startsWith("classpath")) {
			return null;
		}
		return StringUtils.trimLeadingCharacter(text.substring(colon + 1), '/');
	}

}
