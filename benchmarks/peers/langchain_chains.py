"""Summarises a folder of notes with a LangChain chain, as its documentation shows: stuff, map_reduce or refine.

    python langchain_chains.py KIND FOLDER URL        (in the environment that benchmarks/peer_environments.py makes)

Prints JSON: the report, and the seconds from first call to last. Chunks of 1,500 characters; retries are the client's own two.
"""

import asyncio
import json
import sys
import time
from pathlib import Path

from langchain_classic.chains.summarize import load_summarize_chain
from langchain_core.documents import Document
from langchain_core.prompts import PromptTemplate
from langchain_openai import ChatOpenAI
from langchain_text_splitters import RecursiveCharacterTextSplitter

WHOLE = PromptTemplate.from_template("以下是出國筆記：\n\n{text}\n\n請據以用正體中文撰寫出國報告全文。")
SHORT = PromptTemplate.from_template("以下是出國筆記：\n\n{text}\n\n請用正體中文整理重點。")
REFINE = PromptTemplate.from_template(
    "現有報告：{existing_answer}\n\n請依下列新筆記改寫，輸出出國報告全文：\n\n{text}"
)


def main(kind: str, folder: Path, url: str) -> None:
    notes = [file.read_text("utf-8").strip() for file in sorted(folder.glob("*.txt"))]
    model = ChatOpenAI(base_url=f"{url}/v1", api_key="none", model="stub", temperature=0, timeout=120)
    if kind == "stuff":
        documents = [Document("\n".join(notes))]
        chain = load_summarize_chain(model, chain_type="stuff", prompt=WHOLE)
    else:
        splitter = RecursiveCharacterTextSplitter(chunk_size=1500, chunk_overlap=0)
        documents = splitter.create_documents(["\n".join(notes)])
        prompts = (
            {"map_prompt": SHORT, "combine_prompt": WHOLE, "token_max": 100_000}
            if kind == "map_reduce"
            else {"question_prompt": WHOLE, "refine_prompt": REFINE}
        )
        chain = load_summarize_chain(model, chain_type=kind, **prompts)
    began = time.perf_counter()
    report = asyncio.run(chain.ainvoke({"input_documents": documents}))["output_text"]
    print(json.dumps({"seconds": time.perf_counter() - began, "report": report}))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), sys.argv[3])
