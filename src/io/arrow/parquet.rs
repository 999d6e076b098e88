//! Files of Parquet.

use std::io::{self, BufReader, Read, Seek, SeekFrom, Write};
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, MutexGuard};

use arrow_array::RecordBatch;
use arrow_schema::ArrowError;
use bytes::Bytes;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_reader::{ArrowReaderOptions, ParquetRecordBatchReaderBuilder};
use parquet::basic::{Compression, ZstdLevel};
use parquet::errors::{ParquetError, Result};
use parquet::file::properties::WriterProperties;
use parquet::file::reader::{ChunkReader, Length};

use super::{Table, batches, read, schema};
use crate::io::{Error, Options, Reading};

/// Rows of a batch in which a file is written and read.
const BATCH: usize = 8192;

/// Rows of a row group, which is what a writer holds in memory.
const ROW_GROUP: usize = 16 * BATCH;

/// Writes a table as a file of Parquet, compressed by Zstandard, in row groups of 131,072 rows.
///
/// The writer holds one row group in memory, encoded, and the table as it is.
///
/// # Errors
/// Those of the writer.
///
/// ```
/// use netpolity::country::Country;
/// use netpolity::io::{Options, arrow};
/// use netpolity::metric::{Cell, Flag, Number, Panel, PanelBuilder, Variable, Vintage};
/// use netpolity::Period;
///
/// let mut builder = PanelBuilder::new(Vintage::new());
/// let users = builder.variable(Variable::new("i99H"));
/// let china = builder.area(Country::CHN.into(), "CHN", "China");
/// let cell = Cell::from(Number::parse("90.60").unwrap()).with_flag(Flag::Break);
/// builder.push(users, china, Default::default(), Period::from_year(2023)?, cell, 0).unwrap();
/// let panel = builder.finish();
///
/// let mut file = Vec::new();
/// arrow::write_parquet(&panel, &mut file)?;
/// let reading = arrow::read_parquet::<Panel>(std::io::Cursor::new(file), &Options::new())?;
/// assert_eq!(reading.data, panel);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn write_parquet<T: Table + ?Sized>(table: &T, out: impl Write + Send) -> io::Result<()> {
    let properties = WriterProperties::builder()
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .set_max_row_group_row_count(Some(ROW_GROUP))
        .build();
    let mut writer =
        ArrowWriter::try_new(out, schema::<T>(), Some(properties)).map_err(io_error)?;
    for batch in batches(table, BATCH) {
        writer.write(&batch.map_err(io::Error::other)?).map_err(io_error)?;
    }
    let mut out = writer.into_inner().map_err(io_error)?;
    out.flush()
}

fn io_error(error: ParquetError) -> io::Error {
    match error {
        ParquetError::External(error) => match error.downcast::<io::Error>() {
            Ok(error) => *error,
            Err(error) => io::Error::other(error),
        },
        error => io::Error::other(error),
    }
}

/// Reads a table from a file of Parquet, batch by batch; see [`read`] for what its columns may be.
///
/// # Errors
/// [`Error::Arrow`] where the file is none, or damaged; otherwise those of [`read`]. At some damage the crate `parquet` panics, which is
/// caught and becomes such an error, unless the program aborts on panic; the hook for panics is called all the same.
pub fn read_parquet<T: Table + ?Sized>(
    source: impl Read + Seek + Send + 'static,
    options: &Options,
) -> std::result::Result<Reading<T::Owned>, Error> {
    // The schema of Arrow that writers hide in the file is not needed, and decoding a damaged one panics in `arrow-ipc`.
    let own_types = ArrowReaderOptions::new().with_skip_arrow_metadata(true);
    let source = Source::new(source)?;
    let batches = guarded(|| {
        let file = ParquetRecordBatchReaderBuilder::try_new_with_options(source, own_types)?;
        file.with_batch_size(BATCH).build()
    });
    read::<T>(Guarded(Some(batches.and_then(|batches| batches)?)), options)
}

/// Makes an error of a panic: `parquet` asserts of some numbers in a page what a damaged file does not keep.
fn guarded<T>(decode: impl FnOnce() -> T) -> Result<T> {
    // What was decoded from is not used again.
    catch_unwind(AssertUnwindSafe(decode)).map_err(|panic| {
        let text = panic.downcast_ref::<String>().map(String::as_str);
        let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic");
        ParquetError::General(format!("the file is damaged: {text}"))
    })
}

/// Batches up to the first at which their reader panics.
struct Guarded<I>(Option<I>);

impl<I: Iterator<Item = std::result::Result<RecordBatch, ArrowError>>> Iterator for Guarded<I> {
    type Item = I::Item;

    fn next(&mut self) -> Option<Self::Item> {
        let mut batches = self.0.take()?;
        match guarded(|| batches.next()) {
            Ok(batch) => {
                self.0 = Some(batches);
                batch
            }
            Err(error) => Some(Err(error.into())),
        }
    }
}

impl From<ParquetError> for Error {
    fn from(error: ParquetError) -> Self {
        match error {
            ParquetError::External(error) => match error.downcast::<io::Error>() {
                Ok(error) => Self::Io(*error),
                Err(error) => Self::Arrow { message: error.to_string() },
            },
            error => Self::Arrow { message: error.to_string() },
        }
    }
}

/// What `parquet` reads from: several places of one source.
struct Source<R> {
    reader: Arc<Mutex<R>>,
    length: u64,
}

impl<R: Seek> Source<R> {
    fn new(mut reader: R) -> io::Result<Self> {
        let length = reader.seek(SeekFrom::End(0))?;
        Ok(Self { reader: Arc::new(Mutex::new(reader)), length })
    }
}

fn lock<R>(reader: &Mutex<R>) -> io::Result<MutexGuard<'_, R>> {
    reader.lock().map_err(|_| io::Error::other("the reader panicked"))
}

impl<R> Length for Source<R> {
    fn len(&self) -> u64 {
        self.length
    }
}

impl<R: Read + Seek + Send> ChunkReader for Source<R> {
    type T = BufReader<Chunk<R>>;

    fn get_read(&self, start: u64) -> Result<Self::T> {
        Ok(BufReader::new(Chunk { reader: Arc::clone(&self.reader), at: start }))
    }

    fn get_bytes(&self, start: u64, length: usize) -> Result<Bytes> {
        // A damaged file asks for more than there is, which is not to be reserved.
        if start.checked_add(length as u64).is_none_or(|end| end > self.length) {
            let message = format!("{length} bytes at {start}, the file has {}", self.length);
            return Err(ParquetError::EOF(message));
        }
        let mut bytes = vec![0; length];
        let mut reader = lock(&self.reader)?;
        reader.seek(SeekFrom::Start(start))?;
        reader.read_exact(&mut bytes)?;
        Ok(bytes.into())
    }
}

/// One place of a source.
struct Chunk<R> {
    reader: Arc<Mutex<R>>,
    at: u64,
}

impl<R: Read + Seek> Read for Chunk<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut reader = lock(&self.reader)?;
        reader.seek(SeekFrom::Start(self.at))?;
        let read = reader.read(buffer)?;
        self.at += read as u64;
        Ok(read)
    }
}
