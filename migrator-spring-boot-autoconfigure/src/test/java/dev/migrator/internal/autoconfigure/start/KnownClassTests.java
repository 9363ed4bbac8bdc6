package dev.migrator.internal.autoconfigure.start;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import dev.migrator.autoconfigure.MigratorAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.PropertyOverrideConfigurer;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.sql.init.dependency.DatabaseInitializationDependencyConfigurer;
import org.springframework.samples.pet.PetConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A class is known by its name and by where it comes from.
 */
class KnownClassTests {

	@TempDir
	private Path folder;

	@Test
	void ofSpring() {
		assertThat(KnownClass.is(PropertyOverrideConfigurer.class)).isTrue();
		assertThat(KnownClass.is(DatabaseInitializationDependencyConfigurer.class)).isTrue();
	}

	@Test
	void ofTheMigrator() {
		assertThat(KnownClass.is(MigratorAutoConfiguration.class)).isTrue();
		assertThat(KnownClass.is(getClass())).isFalse();
	}

	@Test
	void ofTheJdkIsNot() {
		assertThat(KnownClass.is(String.class)).isFalse();
	}

	@Test
	void ofASampleIsNot() throws Exception {
		assertThat(KnownClass.is(PetConfiguration.class)).isFalse();
		assertThat(KnownClass.is(fromJar(PetConfiguration.class))).isFalse();
	}

	@Test
	void ofSpringButCopiedIntoAFolderIsNot() throws Exception {
		Path copy = this.folder.resolve(file(SpringApplication.class));
		Files.createDirectories(copy.getParent());
		Files.write(copy, bytes(SpringApplication.class));

		assertThat(KnownClass.is(from(this.folder.toUri().toURL(), SpringApplication.class))).isFalse();
		assertThat(KnownClass.is(fromJar(SpringApplication.class))).isTrue();
	}

	private Class<?> fromJar(Class<?> type) throws Exception {
		Path jar = this.folder.resolve("library.jar");
		try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(jar))) {
			out.putNextEntry(new ZipEntry(file(type)));
			out.write(bytes(type));
		}
		return from(jar.toUri().toURL(), type);
	}

	/**
	 * Loads a class by a class loader of its own.
	 */
	private static Class<?> from(URL place, Class<?> type) throws Exception {
		ClassLoader others = new ClassLoader(type.getClassLoader()) {

			@Override
			protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
				if (name.equals(type.getName())) {
					throw new ClassNotFoundException(name);
				}
				return super.loadClass(name, resolve);
			}

		};
		try (URLClassLoader loader = new URLClassLoader(new URL[] { place }, others)) {
			return loader.loadClass(type.getName());
		}
	}

	private static String file(Class<?> type) {
		return type.getName().replace('.', '/') + ".class";
	}

	private static byte[] bytes(Class<?> type) throws IOException {
		try (InputStream in = type.getClassLoader().getResourceAsStream(file(type))) {
			return Objects.requireNonNull(in).readAllBytes();
		}
	}

}
