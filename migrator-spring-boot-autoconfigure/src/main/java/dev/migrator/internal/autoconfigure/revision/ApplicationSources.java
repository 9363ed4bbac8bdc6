package dev.migrator.internal.autoconfigure.revision;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.migrator.autoconfigure.properties.MigratorConfigurationException;
import dev.migrator.autoconfigure.properties.MigratorProperties;
import dev.migrator.autoconfigure.properties.NewScriptsProperties;
import dev.migrator.internal.script.project.Project;
import dev.migrator.internal.script.writing.WritingSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackages;
import org.springframework.boot.system.ApplicationHome;
import org.springframework.util.ClassUtils;

/**
 * Finds the sources of the application, and the settings for writing new scripts into
 * them.
 */
public final class ApplicationSources {

	private final MigratorProperties properties;

	private final List<String> packages;

	private final Supplier<@Nullable Class<?>> application;

	/**
	 * Creates the sources of an application.
	 * @param properties the properties of the migrator
	 * @param packages the packages of the application
	 * @param application finds the class of the application, or {@code null} if it has
	 * none
	 */
	public ApplicationSources(MigratorProperties properties, List<String> packages,
			Supplier<@Nullable Class<?>> application) {
		this.properties = properties;
		this.packages = List.copyOf(packages);
		this.application = application;
	}

	/**
	 * Creates the sources of an application that has its beans.
	 * @param properties the properties of the migrator
	 * @param beanFactory the beans
	 * @return the sources
	 */
	public static ApplicationSources of(MigratorProperties properties, ConfigurableListableBeanFactory beanFactory) {
		return new ApplicationSources(properties,
				AutoConfigurationPackages.has(beanFactory) ? AutoConfigurationPackages.get(beanFactory) : List.of(),
				() -> application(beanFactory));
	}

	public WritingSettings settings() {
		List<String> revisions = this.properties.getPackages().isEmpty() ? this.packages
				: this.properties.getPackages();
		NewScriptsProperties scripts = this.properties.getNewScripts();
		return WritingSettings.builder()
			.fileTemplate(scripts.getFileTemplate())
			.zone(scripts.getZone())
			.slugLength(scripts.getSlugLength())
			.sqlTemplate(scripts.getSqlTemplate())
			.javaTemplate(scripts.getJavaTemplate())
			.hooks(scripts.getHooks())
			.javaPackage(scripts.getJavaPackage())
			.firstPackage(firstPackage())
			.packages(revisions)
			.build();
	}

	/**
	 * Returns a package of their own for new Java revisions, unless the packages are
	 * configured.
	 */
	private @Nullable String firstPackage() {
		if (!this.properties.getPackages().isEmpty()) {
			return this.properties.getPackages().get(0);
		}
		return this.packages.isEmpty() ? null : this.packages.get(0) + ".revisions";
	}

	/**
	 * Returns the configured project, or the one in which the class of the application
	 * was built.
	 */
	public Optional<Project> project() {
		if (this.properties.getNewScripts().getProjectDirectory() == null) {
			return Project.find(classes(), Path.of(""));
		}
		Path configured = Path.of(this.properties.getNewScripts().getProjectDirectory());
		if (!Files.isDirectory(configured)) {
			throw MigratorConfigurationException.noProject(configured);
		}
		return Optional.of(new Project(configured));
	}

	private @Nullable Path classes() {
		Class<?> type = this.application.get();
		File source = (type != null) ? new ApplicationHome(ClassUtils.getUserClass(type)).getSource() : null;
		return (source != null) ? source.toPath() : null;
	}

	private static @Nullable Class<?> application(ConfigurableListableBeanFactory beans) {
		for (String name : beans.getBeanNamesForAnnotation(SpringBootConfiguration.class)) {
			Class<?> type = beans.getType(name, false);
			if (type != null && new ApplicationHome(ClassUtils.getUserClass(type)).getSource() != null) {
				return type;
			}
		}
		return null;
	}

}
